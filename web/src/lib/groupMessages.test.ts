import { aMessage } from 'src/testing/fixtures'

import { groupMessages } from './groupMessages'

const at = (day: number, minute: number) =>
  new Date(2026, 2, day, 12, minute).toISOString()
const said = (id: string, day: number, minute: number, over = {}) =>
  aMessage({ id, createdAt: at(day, minute), ...over })

const shape = (messages: ReturnType<typeof said>[]) =>
  groupMessages(messages).map(
    ({ startsDay, messages: group }) =>
      `${startsDay ? '|' : ''}${group.map(({ id }) => id).join('')}`
  )

describe('groupMessages', () => {
  it('keeps together what one author said in one go', () => {
    expect(shape([said('a', 3, 0), said('b', 3, 1), said('c', 3, 2)])).toEqual([
      '|abc',
    ])
  })

  it('begins anew with another author, a pause and another day', () => {
    expect(
      shape([
        said('a', 3, 0),
        said('b', 3, 1, { direction: 'INBOUND' }),
        said('c', 3, 2),
        said('d', 3, 9),
        said('e', 4, 9),
      ])
    ).toEqual(['|a', 'b', 'c', 'd', '|e'])
  })

  it('tells one colleague from another', () => {
    const by = (id: string) => ({
      sentBy: { id, email: `${id}@x.test`, name: null },
    })
    expect(
      shape([said('a', 3, 0, by('u1')), said('b', 3, 1, by('u2'))])
    ).toEqual(['|a', 'b'])
  })
})
