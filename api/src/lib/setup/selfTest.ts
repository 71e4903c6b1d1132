import type { Message } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'
import { statusAdvice } from 'src/lib/messaging/statusAdvice'
import type { Author } from 'src/lib/outbound/enqueueMessage'
import { sendMessage } from 'src/lib/outbound/sendMessage'
import { writeTally } from 'src/lib/webhookHealth/writeTally'

import { explainSilence } from './explainSilence'

const NOT_DELIVERED = 'The message was not delivered, so nobody can answer it.'

type StepName = 'CREATED' | 'CALLED_BACK' | 'DELIVERED' | 'ANSWERED'

export interface SelfTestStep {
  step: StepName
  state: 'DONE' | 'WAITING' | 'FAILED'
  at: Date | null
  /** Since the message was written. */
  milliseconds: number | null
  problem: string | null
}

const BODY =
  'This is a self-test of Heliograph. Please answer it with any word.'

/**
 * Sends the message whose way is then followed.
 *
 * @throws BAD_USER_INPUT, OPTED_OUT as any send does
 */
export const startSelfTest = (
  input: { to: string; from?: string | null },
  author: Author
) => sendMessage({ ...input, body: BODY }, author)

const step = (
  name: StepName,
  since: Date,
  at: Date | null | undefined,
  problem: string | null
): SelfTestStep => ({
  step: name,
  state: at ? 'DONE' : problem ? 'FAILED' : 'WAITING',
  at: at ?? null,
  milliseconds: at ? at.getTime() - since.getTime() : null,
  problem: at ? null : problem,
})

const reportOf = (messageId: string, source: 'API' | 'CALLBACK') =>
  db.statusEvent.findFirst({
    where: { messageId, source, sid: { not: null } },
    orderBy: { position: 'asc' },
  })

/** The first thing that came from there afterwards. */
const answerTo = ({ conversationId, to, createdAt }: Message) =>
  db.message.findFirst({
    where: {
      direction: 'INBOUND',
      createdAt: { gt: createdAt },
      OR: [{ conversationId }, { from: to }],
    },
    orderBy: { createdAt: 'asc' },
  })

/**
 * How far the message of a self-test has come: taken by Twilio, reported back, delivered, answered; each with its time,
 * or with what keeps it.
 *
 * @throws NOT_FOUND
 */
export async function readSelfTest(messageId: string) {
  const message = isUuid(messageId)
    ? await db.message.findUnique({ where: { id: messageId } })
    : null
  if (message?.direction !== 'OUTBOUND') {
    throw new NotFoundError('message')
  }
  // What this process refused a moment ago counts, too.
  await writeTally()
  const since = message.createdAt
  const [taken, reported, answer, silence] = await Promise.all([
    reportOf(messageId, 'API'),
    reportOf(messageId, 'CALLBACK'),
    answerTo(message),
    explainSilence(since),
  ])
  const isOver = ['FAILED', 'UNDELIVERED', 'CANCELED'].includes(message.status)
  const advice = statusAdvice(message)
  const created = step(
    'CREATED',
    since,
    message.sid ? (taken ?? reported)?.receivedAt : null,
    advice
  )
  const wasTaken = created.state === 'DONE'
  const isLost = isOver && !answer
  const steps = [
    created,
    step(
      'CALLED_BACK',
      since,
      reported?.receivedAt,
      wasTaken ? silence.ofCallbacks : null
    ),
    step(
      'DELIVERED',
      since,
      message.deliveredAt ?? message.readAt,
      wasTaken && isOver ? advice : null
    ),
    step(
      'ANSWERED',
      since,
      answer?.createdAt,
      isLost ? NOT_DELIVERED : wasTaken ? silence.ofMessages : null
    ),
  ]
  return {
    message,
    steps,
    simulatorUrl: config.simulated ? (config.twilio.apiBaseUrl ?? null) : null,
    isOver: steps.every(({ state }) => state === 'DONE') || isLost,
  }
}
