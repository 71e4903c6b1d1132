import { Tooltip } from 'radix-ui'

import { fireEvent, screen, within } from '@redwoodjs/testing/web'

import { aMedia } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import { isEmpty, Success } from './ContactMediaCell'

const mediaPage = (hasNextPage: boolean) => ({
  conversationId: 'c1',
  first: 12,
  conversation: {
    id: 'c1',
    contact: {
      id: 'p1',
      media: {
        edges: [
          aMedia({ id: 'f1', name: 'parcel.png' }),
          aMedia({
            id: 'f2',
            name: 'bill.pdf',
            contentType: 'application/pdf',
          }),
        ].map((node) => ({ cursor: node.id, node })),
        pageInfo: {
          ...{ hasNextPage, hasPreviousPage: false },
          ...{ startCursor: 'f1', endCursor: 'f2' },
        },
      },
    },
  },
})

it('shows pictures, and names all else', () => {
  renderInPage(<Success {...mediaPage(false)} messageCount={2} />)
  const pictures = screen.getByRole('list', { name: 'Pictures' })
  expect(
    within(pictures).getByRole('button', { name: 'Show parcel.png' })
  ).toBeInTheDocument()
  expect(within(pictures).getByRole('listitem')).toBeInTheDocument()
  expect(screen.getByRole('list', { name: 'Other files' })).toHaveTextContent(
    'bill.pdf'
  )
  expect(
    screen.queryByRole('button', { name: /older/ })
  ).not.toBeInTheDocument()
})

it('names a picture that the browser can not show', () => {
  renderInPage(<Success {...mediaPage(false)} messageCount={2} />)
  fireEvent.error(screen.getByRole('img', { name: 'parcel.png' }))
  expect(screen.getByRole('list', { name: 'Other files' })).toHaveTextContent(
    'parcel.png'
  )
})

it('asks for older ones, and anew when there is another message', () => {
  const fetchMore = jest.fn()
  const refetch = jest.fn(async () => {})
  const shown = (messageCount: number) => (
    <Success
      {...mediaPage(true)}
      messageCount={messageCount}
      queryResult={{ fetchMore, refetch } as never}
    />
  )
  const { rerender } = renderInPage(shown(2))
  fireEvent.click(screen.getByRole('button', { name: 'Show older files' }))
  expect(fetchMore).toHaveBeenCalledWith({ variables: { after: 'f2' } })
  expect(refetch).not.toHaveBeenCalled()
  rerender(<Tooltip.Provider>{shown(3)}</Tooltip.Provider>)
  expect(refetch).toHaveBeenCalledTimes(1)
})

it('is nothing where nobody ever sent a file', () => {
  const page = mediaPage(false)
  expect(isEmpty(page)).toBe(false)
  page.conversation.contact.media.edges = []
  expect(isEmpty(page)).toBe(true)
})
