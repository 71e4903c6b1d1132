import { config } from 'src/lib/config/config'
import { isStorable } from 'src/lib/database/isStorable'
import { badUserInput } from 'src/lib/errors'
import { isAllowedHost } from 'src/lib/http/publicAgents'

import { EVENT_TYPES, type EventType } from '../eventTypes'

const LONGEST_URL = 2_000
const LONGEST_DESCRIPTION = 500

export interface EndpointInput {
  url: string
  description?: string | null
  events: string[]
  includesBodies?: boolean | null
  isEnabled?: boolean | null
}

/**
 * What is signed is not secret: bodies and numbers are, so they leave over TLS only, or for a host that the administrator
 * has named. Where the name leads is looked at when something is sent, as it can change.
 */
const readUrl = (written: string) => {
  const text = written.trim()
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || !isStorable(text)) {
    throw badUserInput('The address must be one such as https://example.com/…')
  }
  if (text.length > LONGEST_URL) {
    throw badUserInput(`An address has ${LONGEST_URL} characters at most.`)
  }
  if (url.username || url.password) {
    throw badUserInput('The address must not contain a user or a password.')
  }
  if (
    url.protocol === 'http:' &&
    !isAllowedHost(url, config.webhookAllowedHosts)
  ) {
    throw badUserInput(
      'The address must begin with https://, unless WEBHOOK_ALLOWED_HOSTS names its host.'
    )
  }
  return url.href
}

const isEventType = (name: string): name is EventType =>
  (EVENT_TYPES as readonly string[]).includes(name)

const readEvents = (names: string[]) => {
  if (names.length === 0) {
    throw badUserInput('An endpoint needs an event at least.')
  }
  const stranger = names.find((name) => !isEventType(name))
  if (stranger !== undefined) {
    throw badUserInput(
      `There is no event ${stranger.slice(0, 50)}: there are ${EVENT_TYPES.join(', ')}.`
    )
  }
  return EVENT_TYPES.filter((name) => names.includes(name))
}

const readDescription = (written: string | null | undefined) => {
  const description = written?.trim() || null
  if (description && description.length > LONGEST_DESCRIPTION) {
    throw badUserInput(
      `A description has ${LONGEST_DESCRIPTION} characters at most.`
    )
  }
  if (description && !isStorable(description)) {
    throw badUserInput('The description has characters that can not be kept.')
  }
  return description
}

/**
 * What somebody wrote as an endpoint, fit to be kept.
 *
 * @throws BAD_USER_INPUT
 */
export const readEndpoint = (input: EndpointInput) => ({
  url: readUrl(input.url),
  description: readDescription(input.description),
  events: readEvents(input.events),
  includesBodies: input.includesBodies ?? true,
  isEnabled: input.isEnabled ?? true,
})
