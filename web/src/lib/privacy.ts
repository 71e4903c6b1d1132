import { t } from 'src/lib/language/t'

const DAY_MS = 86_400_000

interface Redacted {
  createdAt: string
  sendAt?: string | null
  redactedAt: string
}

/** What stands where a text was that is kept no longer: for how long it was. */
export function describeRedaction({ createdAt, sendAt, redactedAt }: Redacted) {
  const since = Math.max(Date.parse(createdAt), Date.parse(sendAt ?? createdAt))
  const days = Math.floor((Date.parse(redactedAt) - since) / DAY_MS)
  return days > 0
    ? t('Text removed after {days, plural, one {# day} other {# days}}', {
        days,
      })
    : t('Text removed')
}

/** The address of a contact that was erased is no address: see the API's erase_contact. */
export const isErased = (address: string) => address.startsWith('erased:')
