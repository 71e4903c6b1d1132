import type { Message } from '@prisma/client'
import fc from 'fast-check'
import { emptyDatabase } from 'test-support/emptyDatabase'
import {
  findMessage,
  newNumber,
  newSid,
  saveMessage,
  timelineOf,
} from 'test-support/messages'
import { arrivals, split } from 'test-support/reports'
import { whileBlocked } from 'test-support/whileBlocked'

import { pool } from 'src/lib/database/pool'
import { db } from 'src/lib/db'
import { foldReports, type Report } from 'src/lib/messaging/foldReports'
import { PROGRESS } from 'src/lib/messaging/status'

import { recordStatusReports } from './recordStatusReports'
import type { StatusReport } from './statusReport'

beforeEach(emptyDatabase)

/** A report with nothing in it but what a test names. */
const report = (fields: Partial<StatusReport>): StatusReport => ({
  messageId: null,
  sid: null,
  status: 'SENT',
  source: 'CALLBACK',
  errorCode: null,
  errorDetail: null,
  rawDlrDoneDate: null,
  params: null,
  ...fields,
})

const dispositions = (recorded: { disposition: string }[]) =>
  recorded.map(({ disposition }) => disposition)

it('has the statuses in the same order in PostgreSQL as in the rule', async () => {
  const { rows } = await pool.query(
    'SELECT status FROM unnest(enum_range(NULL::"MessageStatus")) status ORDER BY status'
  )
  expect(rows.map(({ status }) => status)).toEqual([
    ...PROGRESS,
    'RECEIVING',
    'RECEIVED',
  ])
})

describe('the database and foldReports agree', () => {
  /** As many rows as a property has runs, made in one statement. */
  const rows = async (count: number) => {
    const { conversationId } = await saveMessage()
    await db.$executeRaw`
      INSERT INTO "Message" (id, "conversationId", direction, channel, "from", "to", status)
      SELECT gen_random_uuid(), ${conversationId}::uuid, 'OUTBOUND', 'SMS', '+1', '+1', 'PENDING'
      FROM generate_series(1, ${count}::int)`
    const made = await db.message.findMany({ where: { from: '+1' } })
    return made.map(({ id }) => ({ id, sid: newSid() }))
  }

  const expectAgreement = async (
    { id }: { id: string },
    reports: Report[],
    recorded: { disposition: string }[]
  ) => {
    const rule = foldReports(reports)
    const { status, errorCode, errorDetail } = await findMessage(id)
    const kept = await timelineOf({ id })
    expect({
      status,
      errorCode,
      errorDetail,
      answered: dispositions(recorded),
      kept: dispositions(kept),
    }).toEqual({
      status: rule.status,
      errorCode: rule.errorCode,
      errorDetail: rule.errorDetail,
      answered: rule.dispositions,
      kept: rule.dispositions,
    })
    expect(kept.map((event) => [event.status, event.errorCode])).toEqual(
      reports.map((each) => [each.status, each.errorCode])
    )
  }

  const RUNS = 60

  const agree = async (
    cut: (reports: Report[]) => fc.Arbitrary<Report[][]>
  ) => {
    const unused = await rows(RUNS)
    const inParts = arrivals().chain((reports) =>
      fc.tuple(fc.constant(reports), cut(reports))
    )
    // A failing example is not made smaller: each run needs a row of its own.
    await fc.assert(
      fc.asyncProperty(inParts, async ([reports, parts]) => {
        const row = unused.pop() as { id: string; sid: string }
        const recorded = []
        for (const part of parts) {
          recorded.push(
            ...(await recordStatusReports(
              part.map((each) =>
                report({ ...each, messageId: row.id, sid: row.sid })
              )
            ))
          )
        }
        await expectAgreement(row, reports, recorded)
      }),
      { numRuns: RUNS, endOnFailure: true }
    )
  }

  scenario('one report after the other', () =>
    agree((reports) => fc.constant(reports.map((each) => [each])))
  )

  scenario('all of them in one batch', () =>
    agree((reports) => fc.constant([reports]))
  )

  scenario('in parts', () => agree(split))

  scenario('parked first, and folded in when the SID is learned', async () => {
    const unused = await rows(RUNS)
    await fc.assert(
      fc.asyncProperty(arrivals(), async (reports) => {
        const { id, sid } = unused.pop() as { id: string; sid: string }
        await recordStatusReports(
          reports.map((each) =>
            report({
              ...each,
              sid,
              params: { ChannelStatusMessage: each.errorDetail ?? '' },
            })
          )
        )
        const learned = await recordStatusReports([
          report({ messageId: id, sid, status: 'QUEUED', source: 'API' }),
        ])
        const rule = foldReports([
          { status: 'QUEUED', errorCode: null, errorDetail: null },
          ...reports,
        ])
        const { status, errorCode, errorDetail } = await findMessage(id)
        expect({
          status,
          errorCode,
          errorDetail,
          dispositions: dispositions(await timelineOf({ id })),
        }).toEqual(rule)
        expect(learned).toMatchObject([
          { messageId: id, disposition: 'APPLIED', changed: true },
        ])
      }),
      { numRuns: RUNS, endOnFailure: true }
    )
  })
})

describe('a report', () => {
  scenario('is kept with everything that came with it', async () => {
    const message = await saveMessage({ sid: newSid() })
    const params = {
      RawDlrDoneDate: '2611201201',
      'Odd.Näme': ' 👋\n"quoted" ',
      Twice: ['once', 'again'],
    }
    await recordStatusReports([
      report({
        sid: message.sid,
        status: 'UNDELIVERED',
        errorCode: 30003,
        errorDetail: 'Unreachable',
        rawDlrDoneDate: '2611201201',
        params,
      }),
    ])
    expect(await timelineOf(message)).toMatchObject([
      {
        sid: message.sid,
        status: 'UNDELIVERED',
        source: 'CALLBACK',
        disposition: 'APPLIED',
        errorCode: 30003,
        rawDlrDoneDate: '2611201201',
        params,
      },
    ])
  })

  scenario(
    'says what was done with it, and whether the row changed',
    async () => {
      const { id, sid, conversationId } = await saveMessage({ sid: newSid() })
      const record = (status: string) =>
        recordStatusReports([report({ sid, status })])
      const ours = { messageId: id, conversationId }
      expect(await record('SENT')).toEqual([
        { ...ours, disposition: 'APPLIED', changed: true },
      ])
      expect(await record('SENT')).toEqual([
        { ...ours, disposition: 'DUPLICATE', changed: false },
      ])
      expect(await record('QUEUED')).toEqual([
        { ...ours, disposition: 'STALE', changed: false },
      ])
      expect(await record('TELEPORTED')).toEqual([
        { ...ours, disposition: 'UNKNOWN', changed: false },
      ])
    }
  )

  scenario(
    'of nothing that can be found is kept without a message',
    async () => {
      expect(
        await recordStatusReports([
          report({ status: '' }),
          report({ sid: newSid(), status: 'DELIVERED' }),
          report({
            messageId: '01909090-0000-7000-8000-000000000000',
            status: 'SENT',
          }),
        ])
      ).toMatchObject([
        { messageId: null, disposition: 'UNKNOWN', changed: false },
        { messageId: null, disposition: 'PARKED', changed: false },
        { messageId: null, disposition: 'UNKNOWN', changed: false },
      ])
      expect(await db.statusEvent.count()).toEqual(3)
    }
  )

  scenario('makes the row newer, so that clients can tell', async () => {
    const message = await saveMessage({ sid: newSid() })
    const later = new Date(Date.now() + 60_000)
    await db.message.update({
      where: { id: message.id },
      data: { updatedAt: later },
    })
    await recordStatusReports([report({ sid: message.sid })])
    expect((await findMessage(message.id)).updatedAt.getTime()).toBeGreaterThan(
      later.getTime()
    )
  })

  scenario('about a refused create needs no SID', async () => {
    const { id } = await saveMessage()
    await recordStatusReports([
      report({
        messageId: id,
        status: 'FAILED',
        source: 'API',
        errorCode: 21211,
        errorDetail: 'no number',
      }),
    ])
    expect(await findMessage(id)).toMatchObject({
      status: 'FAILED',
      errorCode: 21211,
      errorDetail: 'no number',
      sid: null,
    })
  })

  scenario('from outside without a SID changes nothing', async () => {
    const { id } = await saveMessage()
    await recordStatusReports([report({ messageId: id, status: 'FAILED' })])
    expect(await findMessage(id)).toMatchObject({
      status: 'PENDING',
      sid: null,
    })
    expect(await timelineOf({ id })).toMatchObject([
      { status: 'FAILED', disposition: 'UNKNOWN' },
    ])
  })

  scenario(
    'about an inbound message can only be about its receiving',
    async () => {
      const message = await saveMessage({
        direction: 'INBOUND',
        sid: newSid(),
        status: 'RECEIVING',
      })
      await recordStatusReports([
        report({ sid: message.sid, status: 'DELIVERED' }),
        report({ sid: message.sid, status: 'RECEIVED' }),
      ])
      expect((await findMessage(message.id)).status).toEqual('RECEIVED')
      expect(dispositions(await timelineOf(message))).toEqual([
        'UNKNOWN',
        'APPLIED',
      ])
    }
  )
})

describe('times', () => {
  const times = async (id: string) => {
    const { sentAt, deliveredAt, readAt } = await findMessage(id)
    return { sentAt, deliveredAt, readAt }
  }

  scenario(
    'are those of the first report of each kind, in any order of arrival',
    async () => {
      const message = await saveMessage({ sid: newSid() })
      for (const status of [
        'READ',
        'SENT',
        'DELIVERED',
        'SENT',
        'DELIVERED',
        'READ',
      ]) {
        await recordStatusReports([report({ sid: message.sid, status })])
      }
      const [read, sent, delivered] = await timelineOf(message)
      expect(await times(message.id)).toEqual({
        sentAt: sent.receivedAt,
        deliveredAt: delivered.receivedAt,
        readAt: read.receivedAt,
      })
    }
  )

  scenario(
    'are those of the arrival, also where a report was parked',
    async () => {
      const message = await saveMessage()
      const sid = newSid()
      await recordStatusReports([report({ sid, status: 'DELIVERED' })])
      const [parked] = await db.statusEvent.findMany({ where: { sid } })
      await recordStatusReports([
        report({ messageId: message.id, sid, status: 'QUEUED', source: 'API' }),
        report({ sid, status: 'DELIVERED' }),
      ])
      expect(await times(message.id)).toEqual({
        sentAt: null,
        deliveredAt: parked.receivedAt,
        readAt: null,
      })
    }
  )
})

describe('one batch', () => {
  scenario(
    'can be about several messages, each with its own history',
    async () => {
      const [one, two] = [
        await saveMessage({ sid: newSid() }),
        await saveMessage({ sid: newSid(), contact: newNumber() }),
      ]
      const stranger = newSid()
      const recorded = await recordStatusReports([
        report({ sid: two.sid, status: 'DELIVERED' }),
        report({ sid: one.sid, status: 'UNDELIVERED', errorCode: 30005 }),
        report({ sid: stranger, status: 'SENT' }),
        report({ sid: two.sid, status: 'SENT' }),
        report({ sid: one.sid, status: 'UNDELIVERED', errorCode: 30005 }),
      ])
      expect(
        recorded.map(({ messageId, disposition }) => [messageId, disposition])
      ).toEqual([
        [two.id, 'APPLIED'],
        [one.id, 'APPLIED'],
        [null, 'PARKED'],
        [two.id, 'STALE'],
        [one.id, 'DUPLICATE'],
      ])
      expect(await findMessage(one.id)).toMatchObject({
        status: 'UNDELIVERED',
        errorCode: 30005,
      })
      expect(await findMessage(two.id)).toMatchObject({
        status: 'DELIVERED',
        errorCode: null,
      })
    }
  )

  scenario('can be empty', async () => {
    expect(await recordStatusReports([])).toEqual([])
  })

  scenario(
    'is recorded with its caller’s transaction, or not at all',
    async () => {
      const message = await saveMessage({ sid: newSid() })
      const rolledBack = db.$transaction(async (tx) => {
        await recordStatusReports([report({ sid: message.sid })], tx)
        throw new Error('the caller gives up')
      })
      await expect(rolledBack).rejects.toThrow('gives up')
      expect(await timelineOf(message)).toEqual([])
      expect((await findMessage(message.id)).status).toEqual('PENDING')
    }
  )
})

describe('whose report it is', () => {
  scenario('a callback that comes before its row is not lost', async () => {
    const sid = newSid()
    expect(
      await recordStatusReports([report({ sid, status: 'DELIVERED' })])
    ).toMatchObject([{ messageId: null, disposition: 'PARKED' }])

    const { id } = await saveMessage()
    await recordStatusReports([
      report({ messageId: id, sid, status: 'QUEUED', source: 'API' }),
    ])
    expect((await findMessage(id)).status).toEqual('DELIVERED')
    expect(await timelineOf({ id })).toMatchObject([
      { status: 'QUEUED', source: 'API', disposition: 'APPLIED' },
      { status: 'DELIVERED', source: 'CALLBACK', disposition: 'APPLIED' },
    ])
  })

  scenario(
    'several parked ones keep the order in which they came',
    async () => {
      const sid = newSid()
      for (const status of ['DELIVERED', 'SENT', 'DELIVERED']) {
        await recordStatusReports([report({ sid, status })])
      }
      const { id } = await saveMessage()
      await recordStatusReports([
        report({ messageId: id, sid, status: 'QUEUED', source: 'API' }),
      ])
      expect(
        (await timelineOf({ id })).map((event) => [
          event.status,
          event.disposition,
        ])
      ).toEqual([
        ['QUEUED', 'APPLIED'],
        ['DELIVERED', 'APPLIED'],
        ['SENT', 'STALE'],
        ['DELIVERED', 'DUPLICATE'],
      ])
    }
  )

  scenario(
    'a row without a SID learns it from a callback that names the row',
    async () => {
      const { id } = await saveMessage({ status: 'UNCONFIRMED' })
      const sid = newSid()
      await recordStatusReports([
        report({ messageId: id, sid, status: 'SENT' }),
      ])
      expect(await findMessage(id)).toMatchObject({ sid, status: 'SENT' })
      await recordStatusReports([report({ sid, status: 'DELIVERED' })])
      expect(await findMessage(id)).toMatchObject({ sid, status: 'DELIVERED' })
    }
  )

  scenario('a row that has another SID is never touched', async () => {
    const message = await saveMessage({ sid: newSid(), status: 'SENT' })
    const other = newSid()
    expect(
      await recordStatusReports([
        report({ messageId: message.id, sid: other, status: 'FAILED' }),
      ])
    ).toMatchObject([
      { messageId: null, disposition: 'PARKED', changed: false },
    ])
    expect(await findMessage(message.id)).toEqual(message)
    expect(await timelineOf(message)).toEqual([])
  })

  scenario('a SID says more than the name of a row', async () => {
    const owner = await saveMessage({ sid: newSid() })
    const named = await saveMessage({ contact: newNumber() })
    await recordStatusReports([
      report({ messageId: named.id, sid: owner.sid, status: 'SENT' }),
    ])
    expect((await findMessage(owner.id)).status).toEqual('SENT')
    expect(await findMessage(named.id)).toEqual(named)
  })

  scenario(
    'one row learns one SID, though a batch names it with two',
    async () => {
      const { id } = await saveMessage()
      const [first, second] = [newSid(), newSid()]
      expect(
        await recordStatusReports([
          report({ messageId: id, sid: first, status: 'SENT' }),
          report({ messageId: id, sid: second, status: 'FAILED' }),
        ])
      ).toMatchObject([
        { messageId: id, disposition: 'APPLIED' },
        { messageId: null, disposition: 'PARKED' },
      ])
      expect(await findMessage(id)).toMatchObject({
        sid: first,
        status: 'SENT',
      })
    }
  )

  scenario(
    'one SID belongs to one row, though a batch gives it to two',
    async () => {
      const [one, two] = [
        await saveMessage(),
        await saveMessage({ contact: newNumber() }),
      ]
      const sid = newSid()
      await recordStatusReports([
        report({ messageId: two.id, sid, status: 'SENT' }),
        report({ messageId: one.id, sid, status: 'DELIVERED' }),
      ])
      expect(await findMessage(two.id)).toMatchObject({
        sid,
        status: 'DELIVERED',
      })
      expect(await findMessage(one.id)).toMatchObject({
        sid: null,
        status: 'PENDING',
      })
    }
  )

  scenario(
    'a row that has a SID takes none away from one that has not',
    async () => {
      const owner = await saveMessage({ sid: newSid() })
      const { id } = await saveMessage({ contact: newNumber() })
      const sid = newSid()
      await recordStatusReports([
        report({ messageId: owner.id, sid, status: 'SENT' }),
        report({ messageId: id, sid, status: 'DELIVERED' }),
      ])
      expect(await findMessage(id)).toMatchObject({ sid, status: 'DELIVERED' })
      expect(await findMessage(owner.id)).toEqual(owner)
    }
  )

  scenario('an inbound row is not adopted', async () => {
    const message = await saveMessage({ direction: 'INBOUND' })
    await recordStatusReports([
      report({ messageId: message.id, sid: newSid(), status: 'SENT' }),
    ])
    expect(await findMessage(message.id)).toEqual(message)
  })
})

describe('two at the same time', () => {
  const expectFolded = async ({ id }: Pick<Message, 'id'>) => {
    expect((await findMessage(id)).status).toEqual('DELIVERED')
    expect(dispositions(await timelineOf({ id }))).toEqual([
      'APPLIED',
      'APPLIED',
    ])
    expect(
      await db.statusEvent.count({ where: { disposition: 'PARKED' } })
    ).toEqual(0)
  }

  scenario('who parks is seen by who learns the SID', async () => {
    const { id } = await saveMessage()
    const sid = newSid()
    const learning = await db.$transaction(async (tx) => {
      await recordStatusReports([report({ sid, status: 'DELIVERED' })], tx)
      return whileBlocked(
        recordStatusReports([
          report({ messageId: id, sid, status: 'QUEUED', source: 'API' }),
        ])
      )
    })
    await learning.done
    await expectFolded({ id })
  })

  scenario('who learns the SID is seen by who would park', async () => {
    const { id } = await saveMessage()
    const sid = newSid()
    const reporting = await db.$transaction(async (tx) => {
      await recordStatusReports(
        [report({ messageId: id, sid, status: 'QUEUED', source: 'API' })],
        tx
      )
      return whileBlocked(
        recordStatusReports([report({ sid, status: 'DELIVERED' })])
      )
    })
    expect(await reporting.done).toMatchObject([
      { messageId: id, disposition: 'APPLIED' },
    ])
    await expectFolded({ id })
  })

  scenario(
    'who learns another SID for the same row comes too late',
    async () => {
      const { id } = await saveMessage()
      const [sid, other] = [newSid(), newSid()]
      const learning = await db.$transaction(async (tx) => {
        await recordStatusReports(
          [report({ messageId: id, sid, status: 'SENT' })],
          tx
        )
        return whileBlocked(
          recordStatusReports([
            report({ messageId: id, sid: other, status: 'FAILED' }),
          ])
        )
      })
      expect(await learning.done).toMatchObject([
        { messageId: null, disposition: 'PARKED' },
      ])
      expect(await findMessage(id)).toMatchObject({ sid, status: 'SENT' })
    }
  )

  scenario(
    'batches about the same messages neither block each other nor lose a report',
    async () => {
      const messages = await Promise.all(
        Array.from({ length: 8 }, () => saveMessage({ contact: newNumber() }))
      )
      const named = messages.map(({ id }) => ({ messageId: id, sid: newSid() }))
      const statuses = [
        'QUEUED',
        'SENT',
        'DELIVERED',
        'READ',
        'SENT',
        'DELIVERED',
      ]
      await Promise.all(
        statuses.map((status, n) => {
          // Every batch has the messages in another order.
          const order = [...named.slice(n), ...named.slice(0, n)]
          return recordStatusReports(
            (n % 2 ? order : order.reverse()).map((each) =>
              report({ ...each, status })
            )
          )
        })
      )
      for (const { id } of messages) {
        expect((await findMessage(id)).status).toEqual('READ')
        expect(await timelineOf({ id })).toHaveLength(statuses.length)
      }
    }
  )
})
