import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { ArrowDown } from 'lucide-react'
import type {
  ConversationFields,
  ThreadEntryFields,
  ThreadMessageFields,
} from 'types/graphql'

import Button from 'src/components/Button'
import LoadMore from 'src/components/LoadMore'
import MediaGallery from 'src/components/MediaGallery'
import ThreadItem from 'src/components/ThreadItem'
import ThreadSkeleton from 'src/components/ThreadSkeleton'
import { useConsent } from 'src/hooks/useConsent'
import { useFirstUnread } from 'src/hooks/useFirstUnread'
import { useGoTo } from 'src/hooks/useGoTo'
import { useMarkRead } from 'src/hooks/useMarkRead'
import { useOnTheirWay } from 'src/hooks/useOnTheirWay'
import { usePlace } from 'src/hooks/usePlace'
import { useThreadScroll } from 'src/hooks/useThreadScroll'
import { useToNewest } from 'src/hooks/useToNewest'
import { cx } from 'src/lib/cx'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'
import { onShowMessage } from 'src/lib/showMessage'
import { beginReadingBack } from 'src/lib/thread/readBack'
import { ThreadContext } from 'src/lib/thread/threadContext'
import { threadRows } from 'src/lib/thread/threadRows'

interface ThreadProps {
  conversation: ConversationFields
  /** Oldest first, without a hole. */
  messages: ThreadMessageFields[]
  entries: ThreadEntryFields[]
  /** Undefined where there are no earlier ones. */
  loadEarlier?: () => Promise<unknown> | undefined
  /** Undefined where the newest is there. */
  loadLater?: () => Promise<unknown> | undefined
}

const Thread = ({
  conversation,
  messages,
  entries,
  loadEarlier,
  loadLater,
}: ThreadProps) => {
  const { id, unreadCount } = conversation
  const place = usePlace()
  const consent = useConsent(id, messages)
  const { onTheirWay, sendAgain } = useOnTheirWay(conversation, messages)
  const [isSeen, setIsSeen] = useState(false)
  const linkedId = place.message ?? null
  const [wantedId, setWantedId] = useState(linkedId)
  useEffect(() => {
    if (linkedId) {
      setWantedId(linkedId)
    }
  }, [linkedId])
  const { firstUnreadId, isAsking, forget } = useFirstUnread({
    conversationId: id,
    messages,
    unreadCount,
    isSeen,
    // A link leads past what is unread, wherever that begins.
    onFound: linkedId ? undefined : setWantedId,
  })
  const [hasEarlier, hasLater] = [!!loadEarlier, !!loadLater]
  const rows = useMemo(
    () =>
      threadRows({
        messages,
        consent,
        entries,
        onTheirWay,
        hasEarlier,
        hasLater,
        firstUnreadId,
      }),
    [
      messages,
      consent,
      entries,
      onTheirWay,
      hasEarlier,
      hasLater,
      firstUnreadId,
    ]
  )
  const unreadKey = rows.find(
    (row) => row.kind === 'message' && row.startsUnread
  )?.key
  const startAt = useRef(linkedId ? null : (unreadKey ?? null)).current
  const { scroller, virtualizer, isAtEnd, look, toEnd, toRow, isBelow } =
    useThreadScroll({ rows, hasLater, startAt })
  const isFinding = useGoTo({
    conversationId: id,
    rows,
    toRow,
    wantedId,
    setWantedId,
  })
  useEffect(() => onShowMessage(setWantedId), [])
  const { toNewest, isUnderWay } = useToNewest(id)
  const isLookedFor = isFinding || (isAsking && !linkedId)
  const isEndSeen = useMarkRead({
    conversationId: id,
    unreadCount,
    isAtEnd: isAtEnd && !hasLater && !isAsking && wantedId === null,
  })
  useEffect(() => setIsSeen(isEndSeen), [isEndSeen])
  useEffect(() => (isAtEnd ? undefined : beginReadingBack(id)), [id, isAtEnd])

  const [wantsEnd, setWantsEnd] = useState(false)
  const goToEnd = useCallback(async () => {
    if (!hasLater || (await toNewest())) {
      setWantsEnd(true)
    }
  }, [hasLater, toNewest])
  useEffect(() => {
    if (wantsEnd && !hasLater) {
      toEnd()
      setWantsEnd(false)
    }
  }, [wantsEnd, hasLater, toEnd])

  // Whoever writes wants to see what they wrote, and has read what was there.
  const sent = onTheirWay.length
  const wasSent = useRef(sent)
  useEffect(() => {
    if (sent > wasSent.current) {
      forget()
      void goToEnd()
    }
    wasSent.current = sent
    // `forget` is another one with each rendering, and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [sent, goToEnd])

  /** Onwards: to what one has not read, unless one is there, and then to the end. */
  const goToNews = () => {
    if (!hasLater && unreadCount > 0 && unreadKey && isBelow(unreadKey)) {
      toRow(unreadKey, 'start')
    } else {
      void goToEnd()
    }
  }

  const [shownId, setShownId] = useState<string | null>(null)
  const { folder } = place
  const context = useMemo(
    () => ({
      goTo: setWantedId,
      sendAgain,
      showPicture: setShownId,
      linkTo: (messageId: string) =>
        window.location.origin +
        inboxPath({ folder, conversationId: id, message: messageId }),
    }),
    [sendAgain, folder, id]
  )

  return (
    <ThreadContext.Provider value={context}>
      <div className="relative flex min-h-0 flex-1 flex-col">
        <div
          ref={scroller}
          data-scroller
          role="log"
          // What is new is said once, by the Announcer; a log that loads earlier messages would read them all out.
          aria-live="off"
          aria-label={t('Messages')}
          aria-busy={isLookedFor}
          // Without a mouse, what scrolls must take the focus.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          onScroll={look}
          className={cx(
            'flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto -outline-offset-2 [overflow-anchor:none]',
            isLookedFor && 'invisible'
          )}
        >
          <div
            ref={virtualizer.containerRef}
            className="relative mt-auto w-full shrink-0"
          >
            {loadEarlier && (
              <div className="absolute inset-x-0 top-0">
                <LoadMore
                  key={messages[0]?.id}
                  label={t('Earlier messages')}
                  onLoad={loadEarlier}
                />
              </div>
            )}
            {virtualizer.getVirtualItems().map(({ key, index }) => {
              const row = rows[index]
              return (
                row && (
                  <div
                    key={String(key)}
                    ref={virtualizer.measureElement}
                    data-index={index}
                    className="absolute top-0 left-0 w-full px-5 max-md:px-3"
                  >
                    <ThreadItem row={row} />
                  </div>
                )
              )
            })}
            {loadLater && (
              <div className="absolute inset-x-0 bottom-0">
                <LoadMore
                  key={messages[messages.length - 1]?.id}
                  label={t('Later messages')}
                  onLoad={loadLater}
                />
              </div>
            )}
          </div>
        </div>
        {isLookedFor && (
          <div className="absolute inset-0 flex">
            <ThreadSkeleton />
          </div>
        )}
        {(!isAtEnd || hasLater) && !isLookedFor && (
          <Button
            className="animate-appear absolute bottom-3 left-1/2 -translate-x-1/2 !rounded-full shadow-raised"
            disabled={isUnderWay}
            onClick={goToNews}
          >
            <ArrowDown className="size-4" aria-hidden />
            {unreadCount > 0 ? t('New messages') : t('Newest')}
          </Button>
        )}
      </div>
      <MediaGallery messages={messages} shownId={shownId} onShow={setShownId} />
    </ThreadContext.Provider>
  )
}

export default Thread
