import { locale } from 'src/lib/language/locale'
import { settings } from 'src/lib/settings/settings'

import { timeZone } from './zone'

/** Puts moments into words, in the language and the zone that were chosen. To make a formatter costs more than to use it. */
export function format(options: Intl.DateTimeFormatOptions) {
  let madeFor: unknown
  let formatter: Intl.DateTimeFormat
  return (moment: Date | string) => {
    if (madeFor !== settings.get()) {
      madeFor = settings.get()
      formatter = new Intl.DateTimeFormat(locale(), {
        ...options,
        timeZone: timeZone(),
      })
    }
    return formatter.format(new Date(moment))
  }
}
