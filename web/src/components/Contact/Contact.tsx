import type { ContactQuery } from 'types/graphql'

import Avatar from 'src/components/Avatar'
import { channelLabel } from 'src/components/ChannelIcon'
import ConsentLedger from 'src/components/ConsentLedger'
import ContactFacts from 'src/components/ContactFacts'
import ContactLabels from 'src/components/ContactLabels'
import ContactMediaCell from 'src/components/ContactMediaCell'
import ContactName from 'src/components/ContactName'
import ContactNotes from 'src/components/ContactNotes'
import ContactNumber from 'src/components/ContactNumber'
import ContactPrivacy from 'src/components/ContactPrivacy'
import Fact from 'src/components/Fact'
import OtherConversations from 'src/components/OtherConversations'
import Participants from 'src/components/Participants'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'
import { formatAddress } from 'src/lib/phone/formatAddress'
import { dayOf } from 'src/lib/time/time'

interface ContactProps {
  conversation: NonNullable<ContactQuery['conversation']>
  /** Asks for it anew. */
  onStale: () => void
}

const Contact = ({ conversation, onStale }: ContactProps) => {
  const { contact, channel, senderAddress, messageCount, twilio } = conversation
  return (
    <div className="flex flex-col gap-6 p-5">
      <div className="flex flex-col items-center gap-3 pt-3">
        <Avatar
          id={contact.id}
          name={contact.name}
          className="size-16 text-xl"
        />
        {contact.erasedAt ? (
          <h3 className="text-lg font-bold text-ink-soft">
            {t('Erased contact')}
          </h3>
        ) : (
          <ContactName contact={contact} />
        )}
        {!twilio && !contact.erasedAt && (
          <ContactNumber address={contact.address} />
        )}
      </div>
      {!contact.erasedAt && (
        <>
          <ContactLabels contact={contact} />
          <ContactNotes contact={contact} onStale={onStale} />
        </>
      )}
      <dl className="flex flex-col gap-3 border-t border-line pt-5">
        <Fact label={twilio ? t('Since') : t('Contact since')}>
          {dayOf(contact.createdAt)}
        </Fact>
        {!twilio && (
          <Fact label={t('Writes to')}>{formatAddress(senderAddress)}</Fact>
        )}
        <ContactFacts contact={contact} />
        <Fact label={t('Channel')}>{channelLabel(channel)}</Fact>
        <Fact label={t('Messages')}>{count(messageCount)}</Fact>
      </dl>
      {twilio ? (
        <Participants participants={twilio.participants} />
      ) : (
        <ConsentLedger conversation={conversation} />
      )}
      <ContactMediaCell
        conversationId={conversation.id}
        messageCount={messageCount}
      />
      <OtherConversations
        conversations={contact.conversations.filter(
          ({ id }) => id !== conversation.id
        )}
      />
      <ContactPrivacy contact={contact} isGroup={!!twilio} />
    </div>
  )
}

export default Contact
