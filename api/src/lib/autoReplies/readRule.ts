import type { AutoReplyCondition, ChannelKind } from '@prisma/client'

import { isStorable } from 'src/lib/database/isStorable'
import { badUserInput } from 'src/lib/errors'
import {
  PLACEHOLDERS,
  unknownPlaceholder,
} from 'src/lib/messaging/autoReply/fillIn'
import { consentWord } from 'src/lib/messaging/consentWords'
import { LONGEST_BODY } from 'src/lib/messaging/outboundDraft'

const LONGEST_KEYWORD = 60
const MOST_KEYWORDS = 50
const HOUR = 3600
const LONGEST_COOLDOWN = 30 * 24 * HOUR

export interface RuleInput {
  kinds: ChannelKind[]
  condition: AutoReplyCondition
  keywords?: string[] | null
  wholeMessage?: boolean | null
  text: string
  cooldownSeconds?: number | null
  isEnabled?: boolean | null
}

const readKinds = (written: ChannelKind[]) => {
  const kinds = [...new Set(written)]
  if (
    kinds.length === 0 ||
    !kinds.every((kind) => kind === 'SMS' || kind === 'WHATSAPP')
  ) {
    throw badUserInput('An automatic reply answers SMS, WhatsApp or both.')
  }
  return kinds
}

const readKeywords = (written: string[]) => {
  const keywords = [...new Set(written.map((word) => word.trim()))].filter(
    Boolean
  )
  if (keywords.length === 0 || keywords.length > MOST_KEYWORDS) {
    throw badUserInput(`Write from 1 to ${MOST_KEYWORDS} keywords.`)
  }
  const wrong = keywords.find(
    (word) => word.length > LONGEST_KEYWORD || !isStorable(word)
  )
  if (wrong !== undefined) {
    throw badUserInput(`A keyword has ${LONGEST_KEYWORD} characters at most.`)
  }
  const taken = keywords.find((word) => consentWord(word))
  if (taken !== undefined) {
    throw badUserInput(
      `${taken.toUpperCase()} is one of the words by which people opt out, opt in or ask for help. It is never answered automatically.`
    )
  }
  return keywords
}

const readText = (text: string) => {
  if (text.trim() === '') {
    throw badUserInput('The text is empty.')
  }
  if (text.length > LONGEST_BODY || !isStorable(text)) {
    throw badUserInput(`The text can have ${LONGEST_BODY} characters.`)
  }
  const unknown = unknownPlaceholder(text)
  if (unknown) {
    const known = PLACEHOLDERS.map((name) => `{${name}}`).join(', ')
    throw badUserInput(`${unknown} stands for nothing. There is ${known}.`)
  }
  return text
}

const readCooldown = (seconds: number) => {
  if (seconds < 0 || seconds > LONGEST_COOLDOWN) {
    throw badUserInput('The pause between two answers is 30 days at most.')
  }
  return seconds
}

/**
 * What somebody wrote as a rule, fit to be kept.
 *
 * @throws BAD_USER_INPUT
 */
export const readRule = (input: RuleInput) => ({
  kinds: readKinds(input.kinds),
  condition: input.condition,
  keywords:
    input.condition === 'KEYWORD' ? readKeywords(input.keywords ?? []) : [],
  wholeMessage: input.condition === 'KEYWORD' && !!input.wholeMessage,
  text: readText(input.text),
  cooldownSeconds: readCooldown(input.cooldownSeconds ?? HOUR),
  isEnabled: input.isEnabled ?? true,
})
