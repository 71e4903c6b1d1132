import { describePeople } from './describePeople'

const person = (name: string, isTyping = false) => ({
  __typename: 'Presence' as const,
  isTyping,
  user: {
    __typename: 'User' as const,
    id: name,
    name,
    email: `${name}@example.com`,
  },
})

it.each([
  ['', []],
  ['Ada is looking', [person('Ada')]],
  ['Ada and Bob are looking', [person('Ada'), person('Bob')]],
  ['Bob is typing…', [person('Ada'), person('Bob', true)]],
  ['Ada and Bob are typing…', [person('Ada', true), person('Bob', true)]],
  ['A, B, and 3 others are looking', [...'ABCDE'].map((name) => person(name))],
])('says "%s"', (text, people) => {
  expect(describePeople(people)).toBe(text)
})
