import { createBatcher, OverloadedError } from './createBatcher'

/** A batch handler that answers when it is told to, and remembers what it got. */
const controlled = () => {
  const batches: number[][] = []
  const answers: (() => void)[] = []
  const handle = (items: number[]) => {
    batches.push(items)
    return new Promise<number[]>((resolve) =>
      answers.push(() => resolve(items.map((item) => item * 10)))
    )
  }
  return { batches, answers, handle }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

const defaults = {
  name: 'test',
  isOneItemsFault: () => true,
  largest: 3,
  running: 1,
  waiting: 5,
}

describe('createBatcher', () => {
  it('folds what comes while a batch is under way into the next one', async () => {
    const { batches, answers, handle } = controlled()
    const add = createBatcher({ ...defaults, handle })
    const first = add(1)
    await turn()
    const later = [2, 3, 4, 5].map(add)
    await turn()
    expect(batches).toEqual([[1]])

    answers[0]()
    await first
    await turn()
    expect(batches).toEqual([[1], [2, 3, 4]])
    answers[1]()
    await later[2]
    await turn()
    answers[2]()
    expect(await Promise.all(later)).toEqual([20, 30, 40, 50])
  })

  it('begins a second batch when it is as large as the first', async () => {
    const { batches, answers, handle } = controlled()
    const options = { ...defaults, handle, running: 2, waiting: 10 }
    const add = createBatcher({ ...options, largest: 10 })
    const items = [1, 2, 3].map(add)
    await turn()
    items.push(...[4, 5].map(add))
    await turn()
    expect(batches).toEqual([[1, 2, 3]])

    items.push(add(6))
    await turn()
    expect(batches).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ])
    answers.forEach((answer) => answer())
    await Promise.all(items)
  })

  it('answers nothing before its batch is done', async () => {
    const { answers, handle } = controlled()
    const add = createBatcher({ ...defaults, handle })
    const settled = jest.fn()
    const one = add(1).then(settled)
    await turn()
    await turn()
    expect(settled).not.toHaveBeenCalled()
    answers[0]()
    await one
    expect(settled).toHaveBeenCalledWith(10)
  })

  it('lets one bad item fail alone', async () => {
    const add = createBatcher({
      ...defaults,
      largest: 10,
      waiting: 10,
      handle: async (items: number[]) => {
        if (items.includes(3)) {
          throw new Error('three')
        }
        return items
      },
    })
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map(add))
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ])
  })

  it('fails a batch as a whole when it is nobody’s fault', async () => {
    const handle = jest.fn().mockRejectedValue(new Error('away'))
    const add = createBatcher({
      ...defaults,
      handle,
      isOneItemsFault: () => false,
    })
    const results = await Promise.allSettled([1, 2, 3].map(add))
    expect(results.every(({ status }) => status === 'rejected')).toBe(true)
    expect(handle).toHaveBeenCalledTimes(1)
  })

  it('refuses what it can’t hold', async () => {
    const { answers, handle } = controlled()
    const add = createBatcher({ ...defaults, handle, waiting: 2 })
    const held = [add(1), add(2)]
    await expect(add(3)).rejects.toThrow(OverloadedError)
    await turn()
    answers[0]()
    expect(await Promise.all(held)).toEqual([10, 20])
  })
})
