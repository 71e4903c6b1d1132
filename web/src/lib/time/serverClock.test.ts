import { serverClock } from './serverClock'

const DAY_MS = 86_400_000

const apart = () => serverClock.now().getTime() - Date.now()

afterEach(() => serverClock.note(new Date().toUTCString()))

it.each([3 * DAY_MS, -3 * DAY_MS])(
  'is the server’s, where ours is off by %d ms',
  (ms) => {
    serverClock.note(new Date(Date.now() + ms).toUTCString())
    // The header has whole seconds.
    expect(Math.abs(apart() - ms)).toBeLessThan(2_000)
  }
)

it.each([
  ['nearly the same', new Date(Date.now() + 10_000).toUTCString()],
  ['right again', new Date().toUTCString()],
])('is ours, where it is %s', (_what, header) => {
  serverClock.note(new Date(Date.now() + DAY_MS).toUTCString())
  serverClock.note(header)
  expect(Math.abs(apart())).toBeLessThan(100)
})

it.each([null, 'whenever'])('learns nothing from %p', (header) => {
  serverClock.note(new Date(Date.now() + DAY_MS).toUTCString())
  serverClock.note(header)
  expect(apart()).toBeGreaterThan(DAY_MS / 2)
})
