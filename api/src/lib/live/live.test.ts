import { firstOf } from 'test-support/firstOf'

import { listen } from './listen'
import { publish } from './publish'
import { pubSub } from './pubSub'

const added = (messageId: string, conversationId = 'c1') =>
  ({ kind: 'messageAdded', messageId, conversationId }) as const
const moved = (messageId: string, conversationId = 'c1') =>
  ({ kind: 'messageStatusChanged', messageId, conversationId }) as const
const changed = (conversationId: string) =>
  ({ kind: 'conversationChanged', conversationId, isNew: false }) as const

it('brings what is published to all who listen, in order', async () => {
  const kinds = ['messageAdded', 'messageStatusChanged'] as const
  const screens = [firstOf(3, listen(kinds)), firstOf(3, listen(kinds))]
  publish(added('m1'))
  publish(moved('m1'), added('m2'))
  for (const screen of screens) {
    expect(await screen).toEqual([added('m1'), moved('m1'), added('m2')])
  }
})

it('brings nobody what he did not ask for', async () => {
  const onlyMoved = firstOf(1, listen(['messageStatusChanged']))
  const onlyC2 = firstOf(
    1,
    listen(['messageAdded', 'conversationChanged'], 'c2')
  )
  const everywhere = firstOf(1, listen(['conversationChanged'], null))
  publish(
    added('m1', 'c1'),
    moved('m2', 'c1'),
    changed('c3'),
    added('m3', 'c2')
  )
  expect(await onlyMoved).toEqual([moved('m2', 'c1')])
  expect(await onlyC2).toEqual([added('m3', 'c2')])
  expect(await everywhere).toEqual([changed('c3')])
})

it('is an extra: a publish that fails fails nothing, and the next event still goes out', () => {
  const tried: unknown[] = []
  jest.spyOn(pubSub, 'publish').mockImplementation((...args: unknown[]) => {
    tried.push(args[args.length - 1])
    throw new Error('Redis is away')
  })
  expect(() => publish(added('m1'), added('m2'))).not.toThrow()
  expect(tried).toEqual([added('m1'), added('m2')])
})
