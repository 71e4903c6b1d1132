import { act, render, screen } from '@redwoodjs/testing/web'

import { connection } from 'src/lib/live/connection'

import ConnectionBanner from './ConnectionBanner'

const banner = () => screen.getByRole('status')
const later = (ms: number) => act(() => jest.advanceTimersByTime(ms))
const become = (state: Parameters<typeof connection.set>[0]) =>
  act(() => connection.set(state))

describe('ConnectionBanner', () => {
  const online = jest.spyOn(navigator, 'onLine', 'get')

  beforeEach(() => {
    jest.useFakeTimers()
    online.mockReturnValue(true)
    connection.set('live')
    render(<ConnectionBanner />)
  })

  afterEach(() => jest.useRealTimers())

  it('is silent about a blink of the network', () => {
    become('waiting')
    later(1000)
    become('live')
    later(10_000)
    expect(banner()).toBeEmptyDOMElement()
  })

  it('says that it is reconnecting, until it is not', () => {
    become('waiting')
    later(3000)
    expect(banner()).toHaveTextContent('Reconnecting…')
    become('live')
    expect(banner()).toBeEmptyDOMElement()
  })

  it('says at once that one is offline', () => {
    online.mockReturnValue(false)
    act(() => void window.dispatchEvent(new Event('offline')))
    expect(banner()).toHaveTextContent('You are offline')
  })
})
