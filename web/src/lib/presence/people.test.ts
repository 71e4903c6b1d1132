import { people } from './people'

const ada = {
  __typename: 'Presence' as const,
  isTyping: false,
  user: {
    __typename: 'User' as const,
    id: 'u1',
    name: 'Ada',
    email: 'ada@example.com',
  },
}

const inside = (conversationId: string, ...there: (typeof ada)[]) => ({
  __typename: 'PresenceChanged' as const,
  conversationId,
  people: there,
})

beforeEach(() => people.replaceBy(Promise.resolve([])))

it('knows who is where, by what is told live', () => {
  people.change(inside('c1', ada))
  expect(people.in('c1')).toEqual([ada])
  people.change(inside('c1'))
  expect(people.in('c1')).toEqual([])
})

it('takes in an answer, and forgets who is not in it', async () => {
  people.change(inside('c1', ada))
  await people.replaceBy(Promise.resolve([inside('c2', ada)]))
  expect(people.in('c1')).toEqual([])
  expect(people.in('c2')).toEqual([ada])
})

it('lets no answer take back what was told while it was under way', async () => {
  let answer: (people: ReturnType<typeof inside>[]) => void = () => {}
  const asked = people.replaceBy(
    new Promise((resolve) => {
      answer = resolve
    })
  )
  people.change(inside('c1'))
  people.change(inside('c2', ada))
  answer([inside('c1', ada)])
  await asked
  expect(people.in('c1')).toEqual([])
  expect(people.in('c2')).toEqual([ada])
})
