import { ChevronRight } from 'lucide-react'
import type { ChannelFields } from 'types/graphql'

import { Link, routes } from '@redwoodjs/router'

import { channelLabel } from 'src/components/ChannelIcon'
import { t } from 'src/lib/language/t'
import { formatAddress } from 'src/lib/phone/formatAddress'

const about = ({ kinds, openingHours, isOpen, autoReplies }: ChannelFields) => {
  const answering = autoReplies.filter(({ isEnabled }) => isEnabled).length
  return [
    kinds.map(channelLabel).join(', '),
    openingHours.length > 0 && (isOpen ? t('Open now') : t('Closed now')),
    answering > 0 &&
      t(
        '{count, plural, one {# automatic reply} other {# automatic replies}}',
        { count: answering }
      ),
  ]
    .filter(Boolean)
    .join(' · ')
}

const ChannelRow = ({ channel }: { channel: ChannelFields }) => (
  <li>
    <Link
      to={routes.channel({ id: channel.id })}
      className="flex items-center gap-4 px-1 py-3 hover:bg-hover"
    >
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="font-semibold wrap-anywhere">{channel.name}</span>
          {channel.name !== channel.address && (
            <span className="text-ink-soft tabular-nums wrap-anywhere">
              {formatAddress(channel.address)}
            </span>
          )}
          {channel.isDefault && (
            <span className="rounded-md bg-signal-soft px-1.5 text-sm font-medium text-signal">
              {t('Default')}
            </span>
          )}
        </span>
        <span className="block text-sm text-ink-soft">{about(channel)}</span>
      </span>
      <ChevronRight className="size-4 shrink-0 text-ink-faint" aria-hidden />
    </Link>
  </li>
)

export default ChannelRow
