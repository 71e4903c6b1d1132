import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { ArrowUp, MailOpen } from 'lucide-react'
import type { ConversationFields, ConversationListQuery } from 'types/graphql'

import { navigate } from '@redwoodjs/router'

import Button from 'src/components/Button'
import ConversationRow from 'src/components/ConversationRow'
import List from 'src/components/List'
import LoadMore from 'src/components/LoadMore'
import Placeholder from 'src/components/Placeholder'
import { useAskAhead } from 'src/hooks/useAskAhead'
import { useChannelNames } from 'src/hooks/useChannelNames'
import { useKeepRowFocus } from 'src/hooks/useKeepRowFocus'
import { useLibrary } from 'src/hooks/useLibrary'
import { useListed } from 'src/hooks/useListed'
import { useOperator } from 'src/hooks/useOperator'
import { usePlace } from 'src/hooks/usePlace'
import { useSteadyRows } from 'src/hooks/useSteadyRows'
import { conversationLibrary } from 'src/lib/conversationLibrary'
import { inboxPath, listOf } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'

export type ListEdge = ConversationListQuery['conversations']['edges'][number]

interface ConversationListProps {
  edges: readonly ListEdge[]
  /** Of those that were read meanwhile, only the open one stays. */
  hidesRead?: boolean
  loadMore?: () => Promise<unknown> | undefined
}

/** A row without labels, before it is measured. */
const ROW_PX = 64

const ConversationList = ({
  edges,
  hidesRead,
  loadMore,
}: ConversationListProps) => {
  const place = usePlace()
  const { canWrite } = useOperator()
  const channelNames = useChannelNames()
  const scroller = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<{
    id: string
    x: number
    y: number
    opener: HTMLElement | null
  }>()
  const askAhead = useAskAhead()
  const { library } = useLibrary(conversationLibrary, menu !== undefined)

  // The same rows, wherever one goes: what places them need not look again.
  const openUnread = hidesRead ? place.conversationId : null
  const shown = useMemo(
    () =>
      hidesRead
        ? edges.filter(
            ({ node }) => node.unreadCount > 0 || node.id === openUnread
          )
        : edges,
    [edges, hidesRead, openUnread]
  )
  const ids = useMemo(() => shown.map(({ node }) => node.id), [shown])
  const rows = useMemo(
    () =>
      shown.map(({ node }) => ({
        id: node.id,
        version: node.lastMessageAt ?? '',
      })),
    [shown]
  )

  const { focused, onFocus } = useKeepRowFocus(scroller, ids)
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    overscan: 6,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      const kept = focused.current ? ids.indexOf(focused.current) : -1
      return kept < 0 || indexes.includes(kept)
        ? indexes
        : [...indexes, kept].sort((a, b) => a - b)
    },
  })
  const { hasNewAbove, toTop, onScroll, area } = useSteadyRows(
    scroller,
    virtualizer,
    rows
  )

  const matches = useMemo(
    () => new Map(shown.map(({ node, match }) => [node.id, match?.id])),
    [shown]
  )
  const pathOf = useCallback(
    (conversationId: string) =>
      inboxPath({
        ...place,
        pane: undefined,
        conversationId,
        message: matches.get(conversationId),
      }),
    [place, matches]
  )
  useListed({ ids, openId: place.conversationId, pathOf })

  // What is opened by a key or by a link comes into view; what is clicked on is.
  const openIndex = ids.indexOf(place.conversationId ?? '')
  const latestIndex = useRef(openIndex)
  latestIndex.current = openIndex
  useEffect(() => {
    if (latestIndex.current >= 0) {
      virtualizer.scrollToIndex(latestIndex.current, { align: 'auto' })
    }
  }, [place.conversationId, virtualizer])

  const openMenu = useCallback(
    (event: React.MouseEvent, id: string, spot: { x: number; y: number }) => {
      event.preventDefault()
      const row = event.currentTarget.closest('[data-row]')
      setMenu({ id, ...spot, opener: row?.querySelector('a') ?? null })
    },
    []
  )
  const closeMenu = () => {
    setMenu(undefined)
    menu?.opener?.focus()
  }
  const leave = ({ id }: ConversationFields) =>
    id === place.conversationId && navigate(inboxPath(listOf(place)))
  const menuOf = shown.find(({ node }) => node.id === menu?.id)?.node

  return (
    <div {...area} className="relative flex min-h-0 flex-1 flex-col">
      {hasNewAbove && (
        <Button
          // Rather over the head of the list than over a row that somebody points at.
          className="animate-appear absolute -top-5 left-1/2 z-10 !h-8 -translate-x-1/2 !rounded-full text-sm shadow-raised"
          onClick={toTop}
        >
          <ArrowUp className="size-4" aria-hidden />
          {t('New activity')}
        </Button>
      )}
      <div
        ref={scroller}
        data-scroller
        onScroll={onScroll}
        onFocus={onFocus}
        // Where the last row went away with the focus, it stays in the list.
        tabIndex={-1}
        className="flex min-h-0 flex-1 flex-col overflow-y-auto outline-none [overflow-anchor:none]"
      >
        {shown.length === 0 && !loadMore && (
          <Placeholder icon={MailOpen} title={t('Nothing unread')}>
            <p>{t('Everything has been read.')}</p>
          </Placeholder>
        )}
        <List
          aria-label={t('Conversations')}
          style={{ height: virtualizer.getTotalSize() }}
          className="relative shrink-0"
          {...askAhead}
        >
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const edge = shown[index]
            return (
              edge && (
                <ConversationRow
                  key={key}
                  ref={virtualizer.measureElement}
                  index={index}
                  // The end of a list that goes on is not known.
                  count={loadMore ? -1 : ids.length}
                  start={start}
                  conversation={edge.node}
                  match={edge.match}
                  search={place.q}
                  channelName={channelNames.get(edge.node.senderAddress)}
                  isOpen={edge.node.id === place.conversationId}
                  to={pathOf(edge.node.id)}
                  onMenu={canWrite ? openMenu : undefined}
                />
              )
            )
          })}
        </List>
        {loadMore && (
          // A new one for each page, since a page that fills nothing leaves the end in view.
          <LoadMore
            key={edges.length}
            label={t('More conversations')}
            onLoad={loadMore}
          />
        )}
      </div>
      {menu && menuOf && library && (
        <library.RowMenu
          conversation={menuOf}
          spot={menu}
          onClose={closeMenu}
          onPutAway={leave}
        />
      )}
    </div>
  )
}

export default ConversationList
