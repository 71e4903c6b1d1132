import { ArrowLeft, PanelRight } from 'lucide-react'
import type { ConversationFields } from 'types/graphql'

import { navigate } from '@redwoodjs/router'

import Avatar from 'src/components/Avatar'
import { channelLabel } from 'src/components/ChannelIcon'
import ConversationActions from 'src/components/ConversationActions'
import IconButton from 'src/components/IconButton'
import LabelChips from 'src/components/LabelChips'
import PresenceLine from 'src/components/PresenceLine'
import { useChannelNames } from 'src/hooks/useChannelNames'
import { useContactPane } from 'src/hooks/useContactPane'
import { useFocusOnPhone } from 'src/hooks/useFocusOnPhone'
import { useIsPhone } from 'src/hooks/useMediaQuery'
import { usePlace } from 'src/hooks/usePlace'
import { contactName } from 'src/lib/contactName'
import { cx } from 'src/lib/cx'
import { inboxPath, listOf } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'
import { formatAddress } from 'src/lib/phone/formatAddress'
import { dayAndTime } from 'src/lib/time/time'
import { countPresent } from 'src/lib/twilio/participants'

const ConversationHeader = ({
  conversation,
}: {
  conversation: ConversationFields
}) => {
  const place = usePlace()
  const pane = useContactPane()
  const channelNames = useChannelNames()
  const heading = useFocusOnPhone<HTMLHeadingElement>()
  const { contact, channel, senderAddress, status, twilio } = conversation
  const { snoozedUntil, labels } = conversation
  const name = contactName(contact)
  // On a phone the list, and its h1, are out of the way.
  const Heading = useIsPhone() ? 'h1' : 'h2'

  return (
    // Between a list and a pane there is little room: what can be done takes less of it, so that the name has enough.
    <header className="flex h-[3.75rem] shrink-0 items-center gap-3 border-b border-line px-4 max-2xl:gap-1.5 max-2xl:px-2.5 max-md:px-2 md:max-2xl:[&_button]:size-8">
      <IconButton
        icon={ArrowLeft}
        label={t('Back to the list')}
        className="md:hidden"
        onClick={() => navigate(inboxPath(listOf(place)))}
      />
      <Avatar id={contact.id} name={contact.name} className="size-9 text-xs" />
      <div className="min-w-0 flex-1 leading-tight">
        <div className="flex items-center gap-2">
          <Heading
            ref={heading}
            tabIndex={-1}
            className="max-w-full min-w-0 shrink-0 truncate font-bold outline-none"
          >
            {name}
          </Heading>
          {labels.length > 0 && (
            // Whose conversation it is comes first: they have what the name leaves, and what does not fit there wraps out
            // of sight, behind something that has no width.
            <div className="flex h-5 min-w-0 flex-1 flex-wrap gap-x-1 overflow-hidden before:h-full before:w-0 before:content-[''] max-md:hidden">
              <LabelChips labels={labels} room={12} />
            </div>
          )}
        </div>
        <p className="truncate text-[0.8125rem] text-ink-soft">
          {status === 'ARCHIVED' && `${t('Archived')} · `}
          {snoozedUntil &&
            `${t('Snoozed until {time}', { time: dayAndTime(snoozedUntil) })} · `}
          {contact.name && !twilio && (
            <>
              {formatAddress(contact.address)}
              <span className="max-md:hidden"> · </span>
            </>
          )}
          <span className={cx(contact.name && !twilio && 'max-md:hidden')}>
            {twilio
              ? `${channelLabel(channel)} · ${countPresent(twilio.participants)}`
              : t('{channel} to {sender}', {
                  channel: channelLabel(channel),
                  sender:
                    channelNames.get(senderAddress) ??
                    formatAddress(senderAddress),
                })}
          </span>
        </p>
      </div>
      <PresenceLine conversationId={conversation.id} />
      <ConversationActions conversation={conversation} />
      <IconButton
        icon={PanelRight}
        command="contact"
        label={pane.isOpen ? t('Hide contact') : t('Show contact')}
        aria-expanded={pane.isOpen}
        aria-controls="contact-pane"
        onClick={pane.toggle}
      />
    </header>
  )
}

export default ConversationHeader
