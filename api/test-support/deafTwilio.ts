import { twilioClient } from 'src/lib/twilio/twilioClient'

import {
  createSimulator,
  type Simulator,
} from '../../scripts/simulator/createSimulator'

/** The simulator, with the client pointed at it. */
export async function startSimulator(): Promise<Simulator> {
  const simulator = createSimulator()
  twilioClient.api.baseUrl = await simulator.listen()
  return simulator
}

/** From now on none of its webhooks arrives: nothing but asking tells us what it knows. */
export function deafen({ control }: Simulator) {
  control.reset()
  control.changeSettings({
    delays: { queued: 1, sending: 2, sent: 3, delivered: 4, later: 5 },
  })
  control.addFault({ kind: 'drop', match: { webhook: 'any' } })
}
