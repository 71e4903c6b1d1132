import { useState } from 'react'

import type { ThreadMessageFields } from 'types/graphql'

import { act, fireEvent, screen } from '@redwoodjs/testing/web'

import { aConsentEvent, aMessage } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import { useConsent } from './useConsent'

let asked = 0

beforeEach(() => {
  asked = 0
  mockGraphQLQuery('ConsentQuery', () => {
    asked += 1
    return {
      conversation: {
        __typename: 'Conversation',
        id: 'c1',
        consent: Array.from({ length: asked }, (_, n) =>
          aConsentEvent({ id: `e${n}` })
        ),
      },
    }
  })
})

const Thread = ({ messages }: { messages: ThreadMessageFields[] }) => (
  <p>thread {useConsent('c1', messages).length}</p>
)
const Pane = () => <p>pane {useConsent('c1').length}</p>

const Conversation = () => {
  const [count, setCount] = useState(1)
  const [isOpen, setIsOpen] = useState(false)
  const messages = Array.from(
    { length: count },
    (_, n) => aMessage({ id: `m${n}`, direction: 'INBOUND' }) as never
  )
  return (
    <>
      <Thread messages={messages} />
      {isOpen && <Pane />}
      <button onClick={() => setIsOpen(true)}>Open</button>
      <button onClick={() => setCount(count + 1)}>Receive</button>
    </>
  )
}

it('asks once for the thread and the pane beside it, and again when the contact writes', async () => {
  renderInPage(<Conversation />)
  expect(await screen.findByText('thread 1')).toBeVisible()
  fireEvent.click(screen.getByText('Open'))
  expect(await screen.findByText('pane 1')).toBeVisible()
  // Long enough for an answer, were there a question.
  await act(() => new Promise((resolve) => setTimeout(resolve, 200)))
  expect(asked).toBe(1)

  fireEvent.click(screen.getByText('Receive'))
  expect(await screen.findByText('thread 2')).toBeVisible()
  expect(screen.getByText('pane 2')).toBeVisible()
  expect(asked).toBe(2)
})
