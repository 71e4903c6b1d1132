import { t } from 'src/lib/language/t'
import { formatAddress } from 'src/lib/phone/formatAddress'
import { plainName } from 'src/lib/plainName'

interface Named {
  name?: string | null
  address: string
}

/** What stands for a Twilio conversation has its SID for an address, which tells nobody anything. */
const CONVERSATION = /^CH[0-9a-f]{32}$/i

/** What a contact is called: by name, or else by number. */
export const contactName = ({ name, address }: Named) =>
  plainName(name) ||
  (CONVERSATION.test(address) ? t('Conversation') : formatAddress(address))

/** Up to two letters of a name; none for a number. */
export function initials(name: string | null | undefined): string {
  const words = (name ?? '').trim().split(/\s+/).filter(Boolean)
  const [first, last] = [
    words[0],
    words.length > 1 ? words[words.length - 1] : '',
  ]
  return [first, last]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
