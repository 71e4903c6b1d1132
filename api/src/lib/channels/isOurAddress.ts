import { config } from 'src/lib/config/config'

import { ourSenders } from './ourSenders'

/** Whether an address is one of our own: the configuration's, or a channel's. */
export const isOurAddress = async (address: string): Promise<boolean> =>
  address === config.twilio.phoneNumber ||
  (await ourSenders()).some((sender) => sender.address === address)
