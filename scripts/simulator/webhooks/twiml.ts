import { SaxesParser } from 'saxes'

export interface TwimlMessage {
  to: string | null
  from: string | null
  /** Where its status is reported. */
  action: string | null
  body: string
  mediaUrls: string[]
}

export interface Twiml {
  messages: TwimlMessage[]
  redirect: { url: string; method: string } | null
}

/** The answer can't be executed; `code` is what Twilio's debugger would say. */
export class TwimlError extends Error {
  constructor(
    readonly code: number,
    message: string
  ) {
    super(message)
  }
}

const LIMIT = 64 * 1024

/**
 * Reads what a messaging webhook answered. Throws `TwimlError`.
 * https://www.twilio.com/docs/messaging/twiml
 */
export function parseTwiml(text: string, contentType = ''): Twiml {
  if (Buffer.byteLength(text) > LIMIT) {
    throw new TwimlError(11750, 'TwiML response body too large')
  }
  const type = contentType.split(';')[0].trim().toLowerCase()
  if (text.trim() === '') return { messages: [], redirect: null }
  if (type === 'text/plain') {
    return { messages: [{ ...EMPTY, body: text }], redirect: null }
  }
  if (!['text/xml', 'application/xml', 'text/html'].includes(type)) {
    throw new TwimlError(12300, `Invalid Content-Type: ${type || 'none'}`)
  }
  return readResponse(text)
}

const EMPTY: TwimlMessage = {
  to: null,
  from: null,
  action: null,
  body: '',
  mediaUrls: [],
}

function readResponse(xml: string): Twiml {
  const twiml: Twiml = { messages: [], redirect: null }
  const path: string[] = []
  let text = ''
  let message: TwimlMessage | null = null

  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new TwimlError(12100, error.message)
  })
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name)
    if (path.length === 1 && name !== 'Response') {
      throw new TwimlError(12100, 'The root of TwiML is <Response>')
    }
    if (path.length > 2) {
      if (name === 'Body' || name === 'Media') text = ''
      return
    }
    text = ''
    if (name === 'Message') {
      message = {
        ...EMPTY,
        mediaUrls: [],
        to: attributes.to ?? null,
        from: attributes.from ?? null,
        action: attributes.action ?? attributes.statusCallback ?? null,
      }
      twiml.messages.push(message)
    }
    if (name === 'Redirect') {
      twiml.redirect = { url: '', method: attributes.method ?? 'POST' }
    }
  })
  const read = (chunk: string) => {
    text += chunk
  }
  parser.on('text', read)
  parser.on('cdata', read)
  parser.on('closetag', ({ name }) => {
    path.pop()
    if (message && name === 'Body') message.body += text
    if (message && name === 'Media') message.mediaUrls.push(text.trim())
    if (message && name === 'Message') {
      // Text that stands in <Message> itself is its body, when it has no <Body>.
      message.body ||= message.mediaUrls.length > 0 ? '' : text.trim()
      message = null
    }
    if (name === 'Redirect' && twiml.redirect) twiml.redirect.url = text.trim()
  })
  parser.write(xml.trim()).close()
  return twiml
}
