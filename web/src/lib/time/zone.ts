import { TZDate } from '@date-fns/tz'

import { settings } from 'src/lib/settings/settings'

export const BROWSERS_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The zone of all times that are shown. */
export const timeZone = () => settings.get().timeZone ?? BROWSERS_ZONE

/** A moment whose days and hours are those of that zone; date-fns reckons in the zone of what it is given first. */
export const inZone = (moment: Date | string) =>
  new TZDate(+new Date(moment), timeZone())

/** The moment at which that zone's clock says this; the month from 0. */
export const momentOf = (
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number
) => new Date(+new TZDate(year, month, day, hour, minute, timeZone()))
