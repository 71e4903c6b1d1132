import timers from 'node:timers/promises'

import { stopOnSignal } from './stopOnSignal'

/** What has happened, in order. */
const story: string[] = []

/** Resolves when the process would have ended. */
let ended: Promise<void>

beforeEach(() => {
  story.length = 0
  ended = new Promise((resolve) => {
    jest.spyOn(process, 'exit').mockImplementation((code) => {
      story.push(`exit ${code}`)
      resolve()
      return undefined as never
    })
  })
})

afterEach(() => {
  process.removeAllListeners('SIGTERM')
  process.removeAllListeners('SIGINT')
})

const part = (name: string) => async () => {
  story.push(`${name} begins`)
  await new Promise(setImmediate)
  story.push(`${name} ends`)
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  '%s stops the parts of a stage together, and the stages one after the other',
  async (signal) => {
    stopOnSignal([part('server'), part('worker')], [part('database')])
    expect(story).toEqual([])
    process.emit(signal)
    await ended
    expect(story).toEqual([
      'server begins',
      'worker begins',
      'server ends',
      'worker ends',
      'database begins',
      'database ends',
      'exit 0',
    ])
  }
)

it('a part that fails keeps none of the others from stopping, and the process from ending', async () => {
  const failing = () => Promise.reject(new Error('gone'))
  const throwing = () => {
    throw new Error('gone')
  }
  stopOnSignal([failing, part('worker'), throwing], [failing])
  process.emit('SIGTERM')
  await ended
  expect(story).toEqual(['worker begins', 'worker ends', 'exit 0'])
})

it('a part that never stops is waited for no longer than Kubernetes waits for us', async () => {
  const pause = jest.spyOn(timers, 'setTimeout').mockResolvedValue(undefined)
  stopOnSignal([() => new Promise(() => {})])
  expect(pause).not.toHaveBeenCalled()
  process.emit('SIGTERM')
  await ended
  expect(story).toEqual(['exit 0'])
  const [[milliseconds]] = pause.mock.calls
  expect(milliseconds).toBeLessThan(30_000)
  expect(milliseconds).toBeGreaterThan(20_000)
})
