import { logger } from 'src/lib/logger'

import type { InboundMessage } from './parseInboundMessage'
import { firstValues } from './readParams'
import { recordStatusReport } from './recordStatusReport'

/** A signed message that no row can be made of (no SID, no sender, no recipient) is kept as an event, for somebody to look at. */
export async function keepSenselessMessage({ sid, params }: InboundMessage) {
  logger.warn(
    { sid },
    'An inbound message without a SID, a sender or a recipient'
  )
  await recordStatusReport({
    messageId: null,
    sid: null,
    status: (firstValues(params).SmsStatus ?? '').toUpperCase(),
    source: 'CALLBACK',
    errorCode: null,
    errorDetail: null,
    rawDlrDoneDate: null,
    params,
  })
}
