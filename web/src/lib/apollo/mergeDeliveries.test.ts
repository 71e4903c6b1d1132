import type { CachedConnection } from './mergeConversations'
import { mergeDeliveries } from './mergeDeliveries'

const list = (names: string, hasNextPage = true): CachedConnection => ({
  edges: [...names].map((name) => ({ cursor: name, node: { __ref: name } })),
  pageInfo: {
    hasNextPage,
    hasPreviousPage: false,
    startCursor: names.at(0) ?? null,
    endCursor: names.at(-1) ?? null,
  },
})

const merge = (
  existing: CachedConnection | undefined,
  incoming: CachedConnection,
  after?: string
) => {
  const { edges, pageInfo } = mergeDeliveries(existing, incoming, {
    args: after ? { after } : {},
  })
  return [edges.map(({ cursor }) => cursor).join(''), pageInfo.endCursor]
}

it.each([
  ['the first answer is all', undefined, list('abc'), undefined, 'abc', 'c'],
  ['a further page goes behind', list('abc'), list('def'), 'c', 'abcdef', 'f'],
  [
    'a new first page keeps the tail',
    list('abcdef'),
    list('zab'),
    undefined,
    'zabcdef',
    'f',
  ],
  [
    'a new first page without a tail is all',
    list('abc'),
    list('abc'),
    undefined,
    'abc',
    'c',
  ],
  [
    'one that does not meet replaces all',
    list('abc'),
    list('xyz'),
    undefined,
    'xyz',
    'z',
  ],
  ['an empty one replaces all', list('abc'), list(''), undefined, '', null],
] as const)('%s', (_what, existing, incoming, after, edges, end) => {
  expect(merge(existing, incoming, after)).toEqual([edges, end])
})
