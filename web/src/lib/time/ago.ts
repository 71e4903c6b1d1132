import { t } from 'src/lib/language/t'

import { shortTime } from './time'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** "just now", "5 min ago", "at 14:05": the end of a sentence. A clock that is a little wrong still says "just now". */
export function ago(iso: string, now: Date): string {
  const ms = now.getTime() - Date.parse(iso)
  if (ms < MINUTE_MS) {
    return t('just now')
  }
  return ms < HOUR_MS
    ? t('{time} ago', { time: shortTime(iso, now) })
    : `(${shortTime(iso, now)})`
}
