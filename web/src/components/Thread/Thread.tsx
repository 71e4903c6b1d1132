import { useMemo } from 'react'

import { ArrowDown } from 'lucide-react'
import type { ThreadMessageFields } from 'types/graphql'

import Button from 'src/components/Button'
import ConsentEntry from 'src/components/ConsentEntry'
import DayLine from 'src/components/DayLine'
import LoadMore from 'src/components/LoadMore'
import MessageTurn from 'src/components/MessageTurn'
import { useConsent } from 'src/hooks/useConsent'
import { useMarkRead } from 'src/hooks/useMarkRead'
import { useThreadScroll } from 'src/hooks/useThreadScroll'
import { threadItems } from 'src/lib/threadItems'

interface ThreadProps {
  conversationId: string
  unreadCount: number
  /** Oldest first. */
  messages: ThreadMessageFields[]
  loadEarlier?: () => Promise<unknown> | undefined
}

const Thread = ({
  conversationId,
  unreadCount,
  messages,
  loadEarlier,
}: ThreadProps) => {
  const consent = useConsent(conversationId, messages)
  const items = useMemo(
    () => threadItems(messages, consent, !loadEarlier),
    [messages, consent, loadEarlier]
  )
  const { scroller, isAtEnd, onScroll, toEnd } = useThreadScroll(messages)
  useMarkRead({ conversationId, unreadCount, isAtEnd })

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        data-scroller
        role="log"
        // What is new is said once, by the Announcer; a log that loads earlier messages would read them all out.
        aria-live="off"
        aria-label="Messages"
        // Without a mouse, what scrolls must take the focus.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={onScroll}
        className="flex min-h-0 flex-1 flex-col-reverse overflow-x-hidden overflow-y-auto -outline-offset-2"
      >
        <div className="px-5 py-4 max-md:px-3">
          {loadEarlier && (
            <LoadMore
              key={messages[0]?.id}
              label="Earlier messages"
              onLoad={loadEarlier}
            />
          )}
          {items.map((item) =>
            'entry' in item ? (
              <ConsentEntry key={item.entry.id} entry={item.entry} />
            ) : (
              <div key={item.messages[0]?.id}>
                {item.startsDay && item.messages[0] && (
                  <DayLine at={item.messages[0].createdAt} />
                )}
                <MessageTurn messages={item.messages} />
              </div>
            )
          )}
        </div>
      </div>
      {!isAtEnd && (
        <Button
          className="animate-appear absolute bottom-3 left-1/2 -translate-x-1/2 !rounded-full shadow-raised"
          onClick={toEnd}
        >
          <ArrowDown className="size-4" aria-hidden />
          {unreadCount > 0 ? 'New messages' : 'Newest'}
        </Button>
      )}
    </div>
  )
}

export default Thread
