import { act, renderHook, waitFor } from '@redwoodjs/testing/web'

import { aConversation, AGENT, VIEWER } from 'src/testing/fixtures'

import { useMarkRead } from './useMarkRead'

const SEEN = { conversationId: 'c1', unreadCount: 2, isAtEnd: true }

describe('useMarkRead', () => {
  let marked: unknown[] = []
  const focus = jest.spyOn(document, 'hasFocus')

  beforeEach(() => {
    marked = []
    focus.mockReturnValue(true)
    mockCurrentUser(AGENT)
    mockGraphQLMutation('MarkConversationReadMutation', ({ id }) => {
      marked.push(id)
      return { conversation: aConversation() }
    })
  })

  const nothing = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(marked).toEqual([])
  }

  it('marks as read what is before somebody’s eyes', async () => {
    renderHook(() => useMarkRead(SEEN))
    await waitFor(() => expect(marked).toEqual(['c1']))
  })

  it('marks nothing in a window without focus, until it has it', async () => {
    focus.mockReturnValue(false)
    renderHook(() => useMarkRead(SEEN))
    await nothing()
    focus.mockReturnValue(true)
    act(() => void window.dispatchEvent(new Event('focus')))
    await waitFor(() => expect(marked).toEqual(['c1']))
  })

  it('marks nothing while the newest message is out of sight', async () => {
    renderHook(() => useMarkRead({ ...SEEN, isAtEnd: false }))
    await nothing()
  })

  it('marks nothing for a VIEWER', async () => {
    mockCurrentUser(VIEWER)
    renderHook(() => useMarkRead(SEEN))
    await nothing()
  })

  it('asks for nothing when nothing is unread', async () => {
    renderHook(() => useMarkRead({ ...SEEN, unreadCount: 0 }))
    await nothing()
  })
})
