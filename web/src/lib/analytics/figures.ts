import type { AnalyticsQuery } from 'types/graphql'

export type AnalyticsFigures = AnalyticsQuery['analytics']
export type Day = AnalyticsFigures['days'][number]
export type Hour = AnalyticsFigures['hours'][number]

type Ends = Pick<Day, 'delivered' | 'failed'>
type Sent = Ends & Pick<Day, 'sent'>

/** Of those whose end is known, how many arrived; null where none is known. */
export const deliveryRate = ({ delivered, failed }: Ends) =>
  delivered + failed > 0 ? delivered / (delivered + failed) : null

/** On their way, or of a carrier that does not say. */
export const openOf = ({ sent, delivered, failed }: Sent) =>
  sent - delivered - failed

export const sumOf = (days: readonly Day[]) =>
  days.reduce(
    (sum, day) => ({
      inbound: sum.inbound + day.inbound,
      sent: sum.sent + day.sent,
      delivered: sum.delivered + day.delivered,
      failed: sum.failed + day.failed,
    }),
    { inbound: 0, sent: 0, delivered: 0, failed: 0 }
  )
