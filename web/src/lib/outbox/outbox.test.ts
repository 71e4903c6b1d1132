import { ApolloError } from '@apollo/client'
import { GraphQLError } from 'graphql'

import { waitFor } from '@redwoodjs/testing/web'

import { waitToRetry } from 'src/lib/live/waitToRetry'

import { outbox } from './outbox'
import type { Sending } from './sending'

jest.mock('src/lib/live/waitToRetry', () => ({ waitToRetry: jest.fn() }))

const unanswered = () => new ApolloError({ networkError: new Error('away') })
const refused = (message: string) =>
  new ApolloError({ graphQLErrors: [new GraphQLError(message)] })

let lastId = 0

/** A conversation nobody has used, and a server whose answers a test gives. */
function setUp() {
  lastId += 1
  const conversationId = `c${lastId}`
  const asked: { key: string; answer: (error?: Error) => void }[] = []
  const cameBack: string[] = []
  const way = {
    post: ({ key }: Sending) =>
      new Promise<void>((resolve, reject) => {
        asked.push({
          key,
          answer: (error) => (error ? reject(error) : resolve()),
        })
      }),
    onRefused: ({ text }: Sending, why: string) =>
      void cameBack.push(`${text}: ${why}`),
  }
  const send = (key: string) =>
    outbox.send(
      {
        ...{ key, conversationId, text: `Text ${key}`, attachments: [] },
        ...{ sendAt: null, at: new Date().toISOString() },
      },
      way
    )
  const states = () =>
    outbox.get(conversationId).map(({ key, state }) => `${key} ${state}`)
  /** The nth question that reached the server. */
  const question = async (n: number) => {
    await waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(n))
    return asked[n - 1] as (typeof asked)[number]
  }
  return { conversationId, asked, cameBack, way, send, states, question }
}

describe('the outbox', () => {
  beforeEach(() => {
    localStorage.clear()
    jest.mocked(waitToRetry).mockResolvedValue(undefined)
  })

  it('holds a message until the server has it', async () => {
    const { send, states, question } = setUp()
    send('a')
    expect(states()).toEqual(['a sending'])
    const { answer } = await question(1)
    answer()
    await waitFor(() => expect(states()).toEqual([]))
  })

  it('sends one after the other, in the order in which they were written', async () => {
    const { send, states, question, asked } = setUp()
    send('a')
    send('b')
    expect(states()).toEqual(['a sending', 'b waiting'])
    expect(asked.map(({ key }) => key)).toEqual(['a'])
    const first = await question(1)
    first.answer()
    expect((await question(2)).key).toBe('b')
  })

  it('asks again under the same key where no answer came, before anything else goes out', async () => {
    const { send, states, question, asked } = setUp()
    send('a')
    send('b')
    const first = await question(1)
    first.answer(unanswered())
    const second = await question(2)
    expect(states()).toEqual(['a unanswered', 'b waiting'])
    second.answer()
    await question(3)
    expect(asked.map(({ key }) => key)).toEqual(['a', 'a', 'b'])
  })

  it('gives back what the server does not take, and goes on', async () => {
    const { send, states, question, cameBack } = setUp()
    send('a')
    send('b')
    const first = await question(1)
    first.answer(refused('They opted out.'))
    await question(2)
    expect(cameBack).toEqual(['Text a: They opted out.'])
    expect(states()).toEqual(['b sending'])
  })

  it('stops asking after a while, with all that wait behind it, until somebody wants it', async () => {
    const { send, states, question, way, conversationId } = setUp()
    const clock = jest.spyOn(Date, 'now')
    send('a')
    send('b')
    const first = await question(1)
    clock.mockReturnValue(Date.now() + 60 * 60_000)
    first.answer(unanswered())
    await waitFor(() => expect(states()).toEqual(['a stopped', 'b stopped']))
    clock.mockRestore()
    const [stopped] = outbox.get(conversationId)
    outbox.retry(stopped as Sending, way)
    expect((await question(2)).key).toBe('a')
  })

  it('asks no more for what was taken back', async () => {
    const { send, states, question, asked, conversationId } = setUp()
    send('a')
    const first = await question(1)
    outbox.get(conversationId).forEach(outbox.remove)
    first.answer(unanswered())
    await waitFor(() => expect(waitToRetry).toHaveBeenCalled())
    expect(states()).toEqual([])
    expect(asked).toHaveLength(1)
  })

  it('keeps what was under way through a reload, and waits for somebody to want it', async () => {
    const { send, conversationId } = setUp()
    send('a')
    let again: readonly Sending[] = []
    await jest.isolateModulesAsync(async () => {
      again = (await import('./outbox')).outbox.get(conversationId)
    })
    expect(again).toMatchObject([
      { key: 'a', text: 'Text a', state: 'stopped', conversationId },
    ])
  })
})
