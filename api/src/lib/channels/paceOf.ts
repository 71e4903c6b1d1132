import { config } from 'src/lib/config/config'

import { ourSenders } from './ourSenders'

/** Segments that an address of ours may send in a second: its channel's, else everybody's; undefined where nothing paces. */
export async function paceOf(sender: string): Promise<number | undefined> {
  const channel = (await ourSenders()).find(({ address }) => address === sender)
  return channel?.segmentsPerSecond ?? config.twilio.segmentsPerSecond
}
