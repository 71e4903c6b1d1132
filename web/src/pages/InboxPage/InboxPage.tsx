import Failure from 'src/components/Failure'
import InboxList from 'src/components/InboxList'
import NothingHere from 'src/components/NothingHere'
import NothingOpen from 'src/components/NothingOpen'
import ThreadSkeleton from 'src/components/ThreadSkeleton'
import { useInboxCounts } from 'src/hooks/useInboxCounts'
import { useLibrary } from 'src/hooks/useLibrary'
import { usePlace } from 'src/hooks/usePlace'
import { useTitle } from 'src/hooks/useTitle'
import { conversationLibrary } from 'src/lib/conversationLibrary'
import { cx } from 'src/lib/cx'
import { findFolder } from 'src/lib/folders/folders'
import { t } from 'src/lib/language/t'

/** Who points at the list is about to open one. If it fails, opening tries again. */
const preload = () => void conversationLibrary.load().catch(() => {})

/** List, thread and contact side by side; on a phone the one that the address names. */
const InboxPage = () => {
  const place = usePlace()
  const folder = findFolder(place.folder)
  const { unread } = useInboxCounts()
  const { conversationId } = place
  const { library, hasFailed, retry } = useLibrary(
    conversationLibrary,
    conversationId !== undefined
  )
  useTitle(t('Inbox'), unread)

  if (!folder) {
    return <NothingHere />
  }
  return (
    <>
      <section
        aria-label={folder.label}
        onPointerEnter={preload}
        onFocus={preload}
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
        aria-label={t('Conversation')}
        className={cx(
          'relative flex min-h-0 min-w-0 flex-1 flex-col bg-surface outline-none',
          !conversationId && 'max-md:hidden'
        )}
      >
        {!conversationId && <NothingOpen />}
        {conversationId && library && (
          <library.ConversationCell key={conversationId} id={conversationId} />
        )}
        {conversationId && !library && hasFailed && (
          <Failure what={t('The conversation')} onRetry={retry} />
        )}
        {conversationId && !library && !hasFailed && <ThreadSkeleton />}
      </section>
      {conversationId && library && (
        <library.ContactPane
          key={`contact-${conversationId}`}
          id={conversationId}
        />
      )}
    </>
  )
}

export default InboxPage
