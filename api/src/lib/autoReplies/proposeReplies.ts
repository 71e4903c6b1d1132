import { readConsent } from 'src/lib/consent/readConsent'
import type { AutoReplies } from 'src/lib/conversations/appendMessage'
import type { InboundMessage } from 'src/lib/inbound/parseInboundMessage'
import { logger } from 'src/lib/logger'
import {
  normalizePhoneNumber,
  normalizeWhatsappUser,
} from 'src/lib/messaging/address'
import {
  fittingRules,
  isForFirst,
} from 'src/lib/messaging/autoReply/fittingRules'
import { looksAutomatic } from 'src/lib/messaging/autoReply/looksAutomatic'
import { soundsLikeStop } from 'src/lib/messaging/consentWords'
import { checkDraft, DraftError } from 'src/lib/messaging/outboundDraft'
import { toNewMessage } from 'src/lib/outbound/enqueueMessage'

import { readRules } from './readRules'
import { writeReply } from './writeReply'

/** Two machines that answer each other are stopped by this, should all else fail to tell that one is a machine. */
const LOOP_GUARD = { most: 3, withinSeconds: 600 }

/**
 * Whether a machine may answer at all: a person wrote it from a phone, and neither asked Twilio to be left alone nor had
 * its answer already.
 */
const mayAnswer = ({ channel, from, body, optOutType }: InboundMessage) =>
  (channel === 'SMS' || channel === 'WHATSAPP') &&
  !optOutType &&
  !readConsent(body, undefined) &&
  !soundsLikeStop(body) &&
  !looksAutomatic(body) &&
  // Not a short code, nor a name: nobody reads what is sent there.
  (channel === 'WHATSAPP' ? normalizeWhatsappUser : normalizePhoneNumber)(
    from
  ) === from

const toMessage = async (
  { channel, from }: InboundMessage,
  senderAddress: string,
  body: string,
  now: Date
) => {
  const to = channel === 'WHATSAPP' ? `whatsapp:${from}` : from
  try {
    return await toNewMessage(
      checkDraft({ to, body, from: senderAddress }, undefined, now)
    )
  } catch (error) {
    // What nothing is left of, or can't be written from.
    if (error instanceof DraftError) {
      return null
    }
    throw error
  }
}

const propose = async (
  inbound: InboundMessage,
  senderAddress: string
): Promise<AutoReplies | null> => {
  if (!mayAnswer(inbound)) {
    return null
  }
  const found = await readRules(inbound)
  if (!found || found.rules.length === 0) {
    return null
  }
  const { channel: hours, rules } = found
  const now = new Date()
  const name = found.name ?? inbound.sender.profileName
  const { channel: kind, body } = inbound
  const replies: AutoReplies['replies'] = []
  for (const rule of fittingRules(rules, { kind, body, hours, now })) {
    const text = writeReply(rule.text, { channel: hours, name }, now)
    const message = await toMessage(inbound, senderAddress, text, now)
    if (message?.senderAddress === senderAddress) {
      replies.push({
        ruleId: rule.id,
        onlyFirst: isForFirst(rule),
        cooldownSeconds: rule.cooldownSeconds,
        message,
      })
    }
  }
  return replies.length > 0 ? { ...LOOP_GUARD, replies } : null
}

/**
 * What an inbound message may be answered with by itself: which one it is to be the database decides as it writes the
 * message, because only then it is known to be the first of its conversation, or the first of its SID.
 *
 * Never throws: a message is kept, whatever becomes of its answer.
 *
 * @param senderAddress the address of ours that its conversation has
 */
export async function proposeReplies(
  inbound: InboundMessage,
  senderAddress: string
): Promise<AutoReplies | null> {
  try {
    return await propose(inbound, senderAddress)
  } catch (error) {
    logger.error({ error, sid: inbound.sid }, 'No automatic reply')
    return null
  }
}
