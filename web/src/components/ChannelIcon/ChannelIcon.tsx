import { MessageCircle, MessagesSquare, Phone, Smartphone } from 'lucide-react'
import type { ChannelKind } from 'types/graphql'

import { t } from 'src/lib/language/t'

const CHANNELS = {
  SMS: { icon: Smartphone, label: 'SMS' },
  WHATSAPP: { icon: MessageCircle, label: 'WhatsApp' },
  VOICE: {
    icon: Phone,
    get label() {
      return t('Call')
    },
  },
  CHAT: {
    icon: MessagesSquare,
    get label() {
      return t('Chat')
    },
  },
}

export const channelLabel = (channel: ChannelKind) => CHANNELS[channel].label

const ChannelIcon = ({ channel }: { channel: ChannelKind }) => {
  const { icon: Icon, label } = CHANNELS[channel]
  return (
    <Icon
      role="img"
      aria-label={label}
      className="size-3.5 shrink-0 text-ink-faint"
    />
  )
}

export default ChannelIcon
