import { addDays, addHours, nextMonday, set, startOfHour } from 'date-fns'

import { t } from 'src/lib/language/t'

import { inZone } from './zone'

const at = (date: Date, hours: number) =>
  set(date, { hours, minutes: 0, seconds: 0, milliseconds: 0 })

const MORNING = 9
const EVENING = 18

/** Until when one puts something off, by the operator's clock; what is left of the day only while it is ahead. */
export function snoozeTimes(moment: Date): { name: string; until: Date }[] {
  const now = inZone(moment)
  const evening = at(now, EVENING)
  const later = startOfHour(addHours(now, 3))
  const tomorrow = at(addDays(now, 1), MORNING)
  const nextWeek = at(nextMonday(now), MORNING)
  const times = [
    {
      name: t('Later today'),
      until: later,
      isOffered: later.getDate() === now.getDate(),
    },
    { name: t('This evening'), until: evening, isOffered: evening > later },
    { name: t('Tomorrow'), until: tomorrow, isOffered: true },
    { name: t('Next week'), until: nextWeek, isOffered: nextWeek > tomorrow },
  ]
  return times
    .filter(({ isOffered }) => isOffered)
    .map(({ name, until }) => ({ name, until: new Date(+until) }))
}
