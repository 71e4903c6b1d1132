import { describeRedaction } from './privacy'

const redacted = (createdAt: string, redactedAt: string, sendAt?: string) =>
  describeRedaction({ createdAt, redactedAt, sendAt })

it('says for how long a text was kept, from when it was due', () => {
  expect(redacted('2026-01-01T10:00:00Z', '2026-04-01T10:05:00Z')).toEqual(
    'Text removed after 90 days'
  )
  expect(
    redacted(
      '2026-01-01T10:00:00Z',
      '2026-01-03T10:05:00Z',
      '2026-01-02T09:00:00Z'
    )
  ).toEqual('Text removed after 1 day')
  expect(redacted('2026-01-01T10:00:00Z', '2026-01-01T10:05:00Z')).toEqual(
    'Text removed'
  )
})
