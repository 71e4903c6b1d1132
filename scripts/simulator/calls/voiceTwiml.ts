import { SaxesParser } from 'saxes'

import { TwimlError } from '../webhooks/twiml'

export interface Verb {
  name: string
  attributes: Record<string, string>
  text: string
}

const LIMIT = 64 * 1024

/**
 * Reads what a voice webhook answered: its verbs, in order. Throws `TwimlError`.
 * https://www.twilio.com/docs/voice/twiml
 */
export function parseVoiceTwiml(text: string, contentType = ''): Verb[] {
  if (Buffer.byteLength(text) > LIMIT) {
    throw new TwimlError(11750, 'TwiML response body too large')
  }
  if (text.trim() === '') return []
  const type = contentType.split(';')[0].trim().toLowerCase()
  if (!['text/xml', 'application/xml', 'text/html'].includes(type)) {
    throw new TwimlError(12300, `Invalid Content-Type: ${type || 'none'}`)
  }
  return readVerbs(text)
}

function readVerbs(xml: string): Verb[] {
  const verbs: Verb[] = []
  let depth = 0
  const read = (text: string) => {
    const verb = verbs.at(-1)
    if (depth >= 2 && verb) verb.text += text
  }
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new TwimlError(12100, error.message)
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    if (depth === 1 && name !== 'Response') {
      throw new TwimlError(12100, 'The root of TwiML is <Response>')
    }
    if (depth === 2) verbs.push({ name, attributes, text: '' })
  })
  parser.on('closetag', () => {
    depth--
  })
  parser.on('text', read)
  parser.on('cdata', read)
  parser.write(xml.trim()).close()
  return verbs
}
