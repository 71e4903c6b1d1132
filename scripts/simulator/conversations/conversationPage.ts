/** Default and most: https://www.twilio.com/docs/usage/twilios-response#pagination */
const DEFAULT_PAGE_SIZE = 50
const MAX_PAGE_SIZE = 100

/**
 * One page of a list of the Conversations API, which numbers its pages and names them by whole URLs.
 *
 * @param url of the list, without its query
 * @param key under which the resources are
 */
export function conversationPage<Item>(
  items: Item[],
  key: string,
  url: string,
  query: URLSearchParams,
  toResource: (item: Item) => unknown
) {
  const asked = Number(query.get('PageSize')) || DEFAULT_PAGE_SIZE
  const size = Math.min(Math.max(1, asked), MAX_PAGE_SIZE)
  const page = Math.max(0, Number(query.get('Page')) || 0)
  const pageUrl = (number: number) => {
    const params = new URLSearchParams(query)
    params.set('PageSize', String(size))
    params.set('Page', String(number))
    return `${url}?${params}`
  }
  const end = (page + 1) * size
  return {
    [key]: items.slice(page * size, end).map(toResource),
    meta: {
      page,
      page_size: size,
      first_page_url: pageUrl(0),
      previous_page_url: page > 0 ? pageUrl(page - 1) : null,
      url: pageUrl(page),
      next_page_url: end < items.length ? pageUrl(page + 1) : null,
      key,
    },
  }
}
