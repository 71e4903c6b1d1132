import { act, fireEvent, render, screen } from '@redwoodjs/testing/web'

import { conversationLibrary } from 'src/lib/conversationLibrary'

import { useAskAhead } from './useAskAhead'

const asked: string[] = []

const Rows = () => (
  <ul {...useAskAhead()}>
    {['a', 'b'].map((id) => (
      <li key={id} data-conversation={id}>
        <span>{id}</span>
      </li>
    ))}
  </ul>
)

describe('useAskAhead', () => {
  beforeEach(() => {
    asked.length = 0
    jest.useFakeTimers()
    jest
      .spyOn(conversationLibrary, 'get')
      .mockReturnValue({ askAhead: (id: string) => asked.push(id) } as never)
    render(<Rows />)
  })
  afterEach(() => {
    jest.useRealTimers()
    jest.restoreAllMocks()
  })

  const wait = (ms: number) => act(() => jest.advanceTimersByTime(ms))

  it('asks for what is pointed at, and not for what is passed over', () => {
    fireEvent.pointerOver(screen.getByText('a'))
    wait(30)
    fireEvent.pointerOver(screen.getByText('b'))
    wait(30)
    expect(asked).toEqual([])
    wait(40)
    expect(asked).toEqual(['b'])
  })

  it('asks for nothing once the pointer has left', () => {
    fireEvent.pointerOver(screen.getByText('a'))
    fireEvent.pointerLeave(screen.getByRole('list'))
    wait(500)
    expect(asked).toEqual([])
  })

  it('asks at once for what is pressed, or opened without a pointer', () => {
    fireEvent.pointerDown(screen.getByText('a'))
    fireEvent.click(screen.getByText('b'))
    expect(asked).toEqual(['a', 'b'])
  })
})
