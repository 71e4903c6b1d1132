import type { SimulatedMessage } from '../network/messages'

import { messageResource } from './messageResource'
import { TwilioError } from './twilioError'

/** Default and most: https://www.twilio.com/docs/usage/twilios-response#pagination */
const DEFAULT_PAGE_SIZE = 50
const MAX_PAGE_SIZE = 1000

/**
 * One page of a list, newest first. A page begins after the message that its token names, so that messages
 * that come meanwhile shift nothing.
 *
 * @param path of the list, as in the request, without its query
 */
export function messagePage(
  messages: SimulatedMessage[],
  path: string,
  query: URLSearchParams
) {
  const filters = new URLSearchParams(
    [...query].filter(([name]) => FILTERS.includes(name))
  )
  const found = messages.filter((message) => passes(message, filters))
  const pageSize = pageSizeOf(query.get('PageSize'))
  const page = Number(query.get('Page')) || 0
  const start = startOf(found, query.get('PageToken'), pageSize, page)
  const shown = found.slice(start, start + pageSize)

  const uri = (page: number, token?: string) => {
    const params = new URLSearchParams(filters)
    params.set('PageSize', String(pageSize))
    params.set('Page', String(page))
    if (token) params.set('PageToken', token)
    return `${path}?${params}`
  }
  const last = shown.at(-1)
  return {
    end: start + Math.max(0, shown.length - 1),
    first_page_uri: uri(0),
    messages: shown.map(messageResource),
    next_page_uri:
      last && start + pageSize < found.length
        ? uri(page + 1, `PA${last.sid}`)
        : null,
    page,
    page_size: pageSize,
    previous_page_uri:
      start > 0 && shown[0] ? uri(page - 1, `PB${shown[0].sid}`) : null,
    start,
    uri: query.size > 0 ? `${path}?${query}` : uri(0),
  }
}

const FILTERS = ['To', 'From', 'DateSent', 'DateSent<', 'DateSent>']

function passes(message: SimulatedMessage, filters: URLSearchParams): boolean {
  const { to, from, dateSent, dateCreated } = message
  // A message that was not sent yet counts by its creation: Twilio advises to find lost SIDs by this list.
  const sent = (dateSent ?? dateCreated).getTime()
  const day = filters.get('DateSent')?.slice(0, 10)
  const before = filters.get('DateSent<')
  const after = filters.get('DateSent>')
  return (
    (!filters.get('To') || filters.get('To') === to) &&
    (!filters.get('From') || filters.get('From') === from) &&
    (!day || new Date(sent).toISOString().slice(0, 10) === day) &&
    (!before || sent <= endOf(before)) &&
    (!after || sent >= Date.parse(after))
  )
}

/** A bare date means the whole day, a time its whole second. */
const endOf = (date: string) =>
  Date.parse(date) + (/^\d{4}-\d\d-\d\d$/.test(date) ? 86_399_999 : 999)

const pageSizeOf = (text: string | null) =>
  Math.min(Math.max(1, Number(text) || DEFAULT_PAGE_SIZE), MAX_PAGE_SIZE)

function startOf(
  messages: SimulatedMessage[],
  token: string | null,
  pageSize: number,
  page: number
): number {
  if (token === null) return page * pageSize
  const index = messages.findIndex(({ sid }) => sid === token.slice(2))
  if (index === -1) throw new TwilioError(21481, 'Invalid PageToken')
  return token.startsWith('PB') ? Math.max(0, index - pageSize) : index + 1
}
