import { act, fireEvent, render, screen, waitFor } from '@redwoodjs/testing/web'

import { listed } from 'src/lib/commands/listed'
import { aConversation } from 'src/testing/fixtures'
import { giveHeights } from 'src/testing/giveHeights'

import ConversationList from './ConversationList'
import type { ListEdge } from './ConversationList'

const ROW = 64

const edge = (id: string, lastMessageAt = '2026-03-03T10:00:00.000Z') =>
  ({
    __typename: 'ConversationEdge',
    cursor: '',
    match: null,
    node: aConversation({ id, lastMessageAt }),
  }) satisfies ListEdge

const many = Array.from({ length: 100 }, (_, i) => edge(`c${i}`))
const newer = edge('new', '2026-03-03T11:00:00.000Z')

describe('ConversationList', () => {
  let takeHeights: () => void

  beforeEach(() => {
    takeHeights = giveHeights({ row: ROW })
    mockGraphQLQuery('ChannelNamesQuery', () => ({ channels: [] }))
  })
  afterEach(() => takeHeights())

  const show = (edges: ListEdge[] = many) => {
    const { rerender } = render(<ConversationList edges={edges} />)
    const scroller = screen.getByRole('list').parentElement as HTMLElement
    Object.defineProperty(scroller, 'clientHeight', { value: 640 })
    return {
      scroller,
      become: (next: ListEdge[]) => rerender(<ConversationList edges={next} />),
    }
  }
  const row = (id: string) =>
    screen
      .getAllByRole('link')
      .find((link) => link.dataset.conversation === id) as HTMLElement
  const pill = () => screen.queryByRole('button', { name: 'New activity' })

  it('renders what is in sight, and knows how long it is', () => {
    show()
    expect(screen.getByRole('list')).toHaveStyle({ height: '6400px' })
    expect(screen.getAllByRole('listitem').length).toBeLessThan(30)
  })

  it('tells the keyboard all that it lists', () => {
    show()
    expect(listed.get()?.ids).toHaveLength(100)
    expect(listed.get()?.pathOf('c7')).toBe('/inbox/open/c7')
  })

  it('shows what is newest while nobody touches it', () => {
    const { scroller, become } = show()
    become([newer, ...many])
    expect(scroller.scrollTop).toBe(0)
    expect(pill()).not.toBeInTheDocument()
    expect(row('new')).toBeInTheDocument()
  })

  it('holds the rows under the pointer, and lets go when it leaves', () => {
    const { scroller, become } = show()
    fireEvent.pointerMove(row('c2'))
    become([newer, ...many])
    expect(scroller.scrollTop).toBe(ROW)
    expect(pill()).toBeInTheDocument()
    fireEvent.pointerLeave(scroller.parentElement as HTMLElement)
    expect(scroller.scrollTop).toBe(0)
    expect(pill()).not.toBeInTheDocument()
  })

  it('makes room to hold them where the list is too short to be scrolled, and takes it away again', () => {
    const { scroller, become } = show(many.slice(0, 3))
    fireEvent.pointerMove(row('c2'))
    become([newer, ...many.slice(0, 3)])
    const room = { paddingBottom: `${ROW + 640 - 4 * ROW}px` }
    expect(scroller).toHaveStyle(room)
    expect(scroller.scrollTop).toBe(ROW)
    fireEvent.pointerLeave(scroller.parentElement as HTMLElement)
    expect(scroller).not.toHaveStyle(room)
    expect(scroller.scrollTop).toBe(0)
  })

  it('holds them around the focus, until one asks for what is new', () => {
    const { scroller, become } = show()
    act(() => row('c3').focus())
    become([newer, ...many])
    expect(scroller.scrollTop).toBe(ROW)
    fireEvent.click(screen.getByRole('button', { name: 'New activity' }))
    expect(scroller.scrollTop).toBe(0)
  })

  it('measures by a row that stays, where the one under the pointer moves', () => {
    const { scroller, become } = show()
    fireEvent.pointerMove(row('c2'))
    become([
      edge('c2', '2026-03-03T11:00:00.000Z'),
      ...many.filter(({ node }) => node.id !== 'c2'),
    ])
    expect(scroller.scrollTop).toBe(ROW)
  })

  it('keeps where somebody has scrolled to, also after they leave', async () => {
    const { scroller, become } = show()
    scroller.scrollTop = 1280
    fireEvent.scroll(scroller)
    await waitFor(() => expect(row('c25')).toBeInTheDocument())
    become([newer, ...many])
    expect(scroller.scrollTop).toBe(1280 + ROW)
    fireEvent.pointerLeave(scroller.parentElement as HTMLElement)
    expect(scroller.scrollTop).toBe(1280 + ROW)
  })

  it('gives the focus to the next row, where the one that has it goes away', () => {
    const { become } = show()
    act(() => row('c1').focus())
    become(many.filter(({ node }) => node.id !== 'c1'))
    expect(row('c2')).toHaveFocus()
  })
})
