import { useChannelNames } from 'src/hooks/useChannelNames'
import { useLabels } from 'src/hooks/useLabels'
import { usePlace } from 'src/hooks/usePlace'
import { useUsers } from 'src/hooks/useUsers'
import type { Place } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'
import { formatAddress } from 'src/lib/phone/formatAddress'
import { userName } from 'src/lib/userName'

const KIND = {
  SMS: 'SMS',
  WHATSAPP: 'WhatsApp',
  get VOICE() {
    return t('Calls')
  },
  get CHAT() {
    return t('Chats')
  },
}

interface FilterName {
  key: keyof Place
  /** Null while it is not known. */
  name: string | null
}

/** What the list is narrowed to, in words; also where what an address names is gone. */
export function useFilterNames(): FilterName[] {
  const { channel, sender, label, assignee } = usePlace()
  const channels = useChannelNames()
  const { labels } = useLabels({ skip: !label })
  const { users } = useUsers({ skip: !assignee })
  const found = labels?.find(({ id }) => id === label)
  const user = users?.find(({ id }) => id === assignee)

  const names: (FilterName | undefined)[] = [
    channel && { key: 'channel', name: KIND[channel] },
    sender
      ? { key: 'sender', name: channels.get(sender) ?? formatAddress(sender) }
      : undefined,
    label
      ? {
          key: 'label',
          name: labels ? (found?.name ?? t('A label that is gone')) : null,
        }
      : undefined,
    assignee
      ? {
          key: 'assignee',
          name: users
            ? user
              ? userName(user)
              : t('Somebody who is gone')
            : null,
        }
      : undefined,
  ]
  return names.filter((name) => name !== undefined)
}
