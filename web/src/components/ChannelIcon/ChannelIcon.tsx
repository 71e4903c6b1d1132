import { MessageCircle, MessagesSquare, Phone, Smartphone } from 'lucide-react'
import type { ChannelKind } from 'types/graphql'

const CHANNELS = {
  SMS: { icon: Smartphone, label: 'SMS' },
  WHATSAPP: { icon: MessageCircle, label: 'WhatsApp' },
  VOICE: { icon: Phone, label: 'Call' },
  CHAT: { icon: MessagesSquare, label: 'Chat' },
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
