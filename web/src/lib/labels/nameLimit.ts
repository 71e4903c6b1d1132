/** The API's own limit, in characters. */
export const NAME_LIMIT = 50
