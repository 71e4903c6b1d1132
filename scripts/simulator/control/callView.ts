import type { SimulatedCall } from '../network/calls'

/** A call as the handset page and tests see it, without the sound. */
export const callView = ({ recordings, ...call }: SimulatedCall) => ({
  ...call,
  recordings: recordings.map(({ sid, seconds }) => ({ sid, seconds })),
})
