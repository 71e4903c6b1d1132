import { renderHook } from '@redwoodjs/testing/web'

import { useDraft } from './useDraft'

const open = () => renderHook(() => useDraft('c1'))

describe('useDraft', () => {
  beforeEach(() => localStorage.clear())

  it('keeps its key for the same text and attachments, also after a reload', () => {
    const first = open()
    const key = first.result.current.keyFor('Hello', ['u1', 'u2'])
    expect(first.result.current.keyFor('Hello', ['u1', 'u2'])).toBe(key)
    first.unmount()
    expect(open().result.current.keyFor('Hello', ['u1', 'u2'])).toBe(key)
  })

  it.each([
    ['another text', 'Hello you', ['u1']],
    ['another attachment', 'Hello', ['u2']],
    ['one more', 'Hello', ['u1', 'u2']],
    ['none', 'Hello', []],
  ])('has another key for %s', (_what, text, ids) => {
    const { result } = open()
    const key = result.current.keyFor('Hello', ['u1'])
    expect(result.current.keyFor(text, ids)).not.toBe(key)
  })

  it('has a key for attachments without a text, kept through a reload', () => {
    const key = open().result.current.keyFor('', ['u1'])
    expect(open().result.current.keyFor('', ['u1'])).toBe(key)
  })

  it('keeps its key through a change that was taken back, and through another try', () => {
    const { result } = open()
    const key = result.current.keyFor('Hello')
    result.current.change('Hellox')
    const other = result.current.keyFor('Hellox')
    result.current.change('Hello')
    expect(other).not.toBe(key)
    expect(open().result.current.keyFor('Hello')).toBe(key)
  })

  it('has another key for the same, once it was sent', () => {
    const { result } = open()
    const key = result.current.keyFor('', ['u1'])
    result.current.clear()
    expect(localStorage).toHaveLength(0)
    expect(result.current.keyFor('', ['u1'])).not.toBe(key)
  })
})
