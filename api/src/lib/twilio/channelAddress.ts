import type { ChannelKind } from '@prisma/client'

const PREFIX = 'whatsapp:'

/** An address as Twilio writes it: `whatsapp:+15551234567` on WhatsApp, bare elsewhere. */
export const channelAddress = (channel: ChannelKind, address: string) =>
  channel === 'WHATSAPP' ? PREFIX + address : address

/** The other way: Twilio's address, parted into its channel and the bare address that we keep. */
export const parseChannelAddress = (
  written: string
): { channel: ChannelKind; address: string } =>
  written.startsWith(PREFIX)
    ? { channel: 'WHATSAPP', address: written.slice(PREFIX.length) }
    : { channel: 'SMS', address: written }
