import { t } from 'src/lib/language/t'

import type { Attachment } from './attachment'

/** Twilio takes no more in one message: https://www.twilio.com/docs/errors/21623 */
export const MOST_ATTACHMENTS = 10

/** The server takes none that is larger. */
const LARGEST_MB = 25

const tooMany = (count: number) =>
  t(
    'A message can have {most} attachments: {count, plural, one {one was left out} other {# were left out}}.',
    { most: MOST_ATTACHMENTS, count }
  )

const whyNot = ({ name, size }: File) => {
  if (size > LARGEST_MB * 1024 ** 2) {
    return t('“{name}” is larger than {limit} MB.', { name, limit: LARGEST_MB })
  }
  // A folder that was dropped is such a file, too.
  return size === 0 ? t('“{name}” is empty.', { name }) : null
}

/** Which of the chosen files can be attached, and what is to be said of the others. */
export function sortOut(
  files: readonly File[],
  attached: readonly Attachment[]
) {
  const fit = files.filter((file) => !whyNot(file))
  const room = Math.max(0, MOST_ATTACHMENTS - attached.length)
  const problems = files.flatMap((file) => whyNot(file) ?? [])
  if (fit.length > room) {
    problems.push(tooMany(fit.length - room))
  }
  return { fit: fit.slice(0, room), problem: problems.join(' ') || null }
}
