import ContactPane from 'src/components/ContactPane'
import ConversationCell from 'src/components/ConversationCell'
import InboxList from 'src/components/InboxList'
import NothingOpen from 'src/components/NothingOpen'
import { useInboxCounts } from 'src/hooks/useInboxCounts'
import { usePlace } from 'src/hooks/usePlace'
import { useTitle } from 'src/hooks/useTitle'
import { cx } from 'src/lib/cx'
import { findFolder } from 'src/lib/folders/folders'
import NotFoundPage from 'src/pages/NotFoundPage'

/** List, thread and contact side by side; on a phone the one that the address names. */
const InboxPage = () => {
  const place = usePlace()
  const folder = findFolder(place.folder)
  const { unread } = useInboxCounts()
  useTitle('Inbox', unread)

  if (!folder) {
    return <NotFoundPage />
  }
  const { conversationId } = place
  return (
    <>
      <section
        aria-label={folder.label}
        className={cx(
          'flex min-h-0 w-full flex-col border-line bg-surface md:w-80 md:shrink-0 md:border-r xl:w-[22rem]',
          conversationId && 'max-md:hidden'
        )}
      >
        <InboxList folder={folder} />
      </section>
      <section
        id="content"
        tabIndex={-1}
        aria-label="Conversation"
        className={cx(
          'flex min-h-0 min-w-0 flex-1 flex-col bg-surface outline-none',
          !conversationId && 'max-md:hidden'
        )}
      >
        {conversationId ? (
          <ConversationCell key={conversationId} id={conversationId} />
        ) : (
          <NothingOpen />
        )}
      </section>
      {conversationId && (
        <ContactPane key={`contact-${conversationId}`} id={conversationId} />
      )}
    </>
  )
}

export default InboxPage
