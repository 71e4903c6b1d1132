import { locale } from 'src/lib/language/locale'
import { settings } from 'src/lib/settings/settings'

import { timeZone } from './zone'

/**
 * Puts moments into words, in the zone that was chosen, and in its language unless another is named. To make a formatter
 * costs more than to use it.
 */
export function format(
  options: Intl.DateTimeFormatOptions,
  inLanguage?: string
) {
  let madeFor: unknown
  let formatter: Intl.DateTimeFormat
  return (moment: Date | string) => {
    if (madeFor !== settings.get()) {
      madeFor = settings.get()
      formatter = new Intl.DateTimeFormat(inLanguage ?? locale(), {
        ...options,
        timeZone: timeZone(),
      })
    }
    return formatter.format(new Date(moment))
  }
}
