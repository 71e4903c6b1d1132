import { waitFor } from '@redwoodjs/testing/web'

import { openToFreeze, provideTabs } from 'src/testing/tabs'

import { shareStream } from './shareStream'

const PING_MS = 20

interface Server {
  emit: (event: string) => void
  lose: () => void
  hurried: number
}

let tabs: (() => void)[]
let streams: Server[]

beforeEach(() => {
  provideTabs()
  tabs = []
  streams = []
})

afterEach(() => tabs.forEach((close) => close()))

/** A tab, and what its page is told. */
function openTab() {
  const told: string[] = []
  let hurried = 0
  const close = shareStream<string>({
    name: 'of Ada',
    pingMs: PING_MS,
    open: ({ onState, onEvent }) => {
      const server = {
        emit: onEvent,
        lose: () => onState('waiting'),
        get hurried() {
          return hurried
        },
        open: () => onState('live'),
      }
      streams.push(server)
      setTimeout(() => onState('live'))
      return () => streams.splice(streams.indexOf(server), 1)
    },
    onHurry: () => (hurried += 1),
    onState: (state) => told.push(state),
    onEvent: (event) => told.push(event),
  })
  tabs.push(close)
  return { told, close }
}

/** The one that is open. */
const theStream = () => {
  const [stream] = streams
  if (!stream) {
    throw new Error('No stream is open.')
  }
  return stream
}

const isLive = ({ told }: { told: string[] }) =>
  waitFor(() => expect(told).toContain('live'))

it('opens one stream for ten tabs, and brings each event to each of them once', async () => {
  const ten = Array.from({ length: 10 }, openTab)
  await Promise.all(ten.map(isLive))
  expect(streams).toHaveLength(1)

  theStream().emit('one')
  theStream().emit('two')
  for (const { told } of ten) {
    await waitFor(() =>
      expect(told.slice(told.indexOf('live'))).toEqual(['live', 'one', 'two'])
    )
  }
})

it('tells a tab that comes later to catch up, and the others nothing', async () => {
  const first = openTab()
  await isLive(first)
  const before = first.told.length
  const late = openTab()
  await isLive(late)
  expect(streams).toHaveLength(1)
  expect(first.told).toHaveLength(before)
})

it('goes on in the next tab when the leader’s is closed, and says that there may be a gap', async () => {
  const [leader, next, third] = [openTab(), openTab(), openTab()]
  await isLive(third)
  leader.close()
  await waitFor(() => expect(next.told.filter(isLiveWord)).toHaveLength(2))
  await waitFor(() => expect(third.told.filter(isLiveWord)).toHaveLength(2))
  expect(streams).toHaveLength(1)
  theStream().emit('after')
  await waitFor(() => expect(third.told.at(-1)).toBe('after'))
  expect(next.told.at(-1)).toBe('after')
  expect(leader.told).not.toContain('after')
})

const isLiveWord = (word: string) => word === 'live'

it('takes over from a leader that stands still, and hears it no more when it wakes up', async () => {
  const stop = openToFreeze(openTab)
  await waitFor(() => expect(streams).toHaveLength(1))
  const [frozen] = streams
  stop()
  const [next, third] = [openTab(), openTab()]
  await isLive(next)
  await isLive(third)
  await waitFor(() => expect(streams).toHaveLength(1))
  expect(theStream()).not.toBe(frozen)
  await waitFor(() => {
    theStream().emit('new')
    expect(third.told.at(-1)).toBe('new')
  })
})

it('shows in every tab that the stream is lost, and hurries for who looks', async () => {
  const [leader, other] = [openTab(), openTab()]
  await isLive(other)
  theStream().lose()
  await waitFor(() => expect(other.told.at(-1)).toBe('waiting'))
  expect(leader.told.at(-1)).toBe('waiting')
  await waitFor(() => expect(theStream().hurried).toBeGreaterThan(0))
})

it('asks for what it missed, rather than taking in what lay in its queue while it slept', async () => {
  const leader = openTab()
  const sleeper = openTab()
  await isLive(sleeper)
  const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 60_000)
  theStream().emit('long ago')
  now.mockRestore()
  await waitFor(() => expect(sleeper.told.filter(isLiveWord)).toHaveLength(2))
  expect(sleeper.told).not.toContain('long ago')
  expect(leader.told).toContain('long ago')
})
