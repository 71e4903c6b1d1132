import { locale } from 'src/lib/language/locale'

const DLR_DATE = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/

// The date has no time zone, so none is applied to it: it is read and written in the same one.
const FORMAT: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'UTC',
}

/**
 * The carrier's own date of a report, YYMMDDhhmm by the carrier's clock; what is no such date stands as it came.
 * https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
 */
export function carrierDate(raw: string): string {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] =
    DLR_DATE.exec(raw)?.slice(1).map(Number) ?? []
  const date = new Date(Date.UTC(2000 + year, month - 1, day, hour, minute))
  const isDate =
    month > 0 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute
  return isDate ? new Intl.DateTimeFormat(locale(), FORMAT).format(date) : raw
}
