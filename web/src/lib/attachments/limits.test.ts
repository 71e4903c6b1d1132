import type { Attachment } from './attachment'
import { sortOut } from './limits'

const file = (name: string, size = 1) =>
  Object.defineProperty(new File(['x'], name), 'size', { value: size }) as File

const names = (files: File[]) => files.map(({ name }) => name)
const attached = (count: number) => Array(count).fill({}) as Attachment[]

describe('sortOut', () => {
  it('takes what fits, in its order', () => {
    const { fit, problem } = sortOut([file('a'), file('b', 25 * 1024 ** 2)], [])
    expect(names(fit)).toEqual(['a', 'b'])
    expect(problem).toBeNull()
  })

  it('names what is too large, and what is empty', () => {
    const { fit, problem } = sortOut(
      [file('film.mov', 25 * 1024 ** 2 + 1), file('a'), file('folder', 0)],
      []
    )
    expect(names(fit)).toEqual(['a'])
    expect(problem).toBe('“film.mov” is larger than 25 MB. “folder” is empty.')
  })

  it('leaves out what is past the tenth', () => {
    const { fit, problem } = sortOut([file('a'), file('b')], attached(9))
    expect(names(fit)).toEqual(['a'])
    expect(problem).toBe('A message can have 10 attachments: one was left out.')
    expect(sortOut([file('a'), file('b')], attached(10))).toEqual({
      fit: [],
      problem: 'A message can have 10 attachments: 2 were left out.',
    })
  })
})
