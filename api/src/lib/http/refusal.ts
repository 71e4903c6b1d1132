/** An error as GraphQL tells it, so that a client needs to know one form. */
export const refusal = (message: string, code: string) => ({
  errors: [{ message, extensions: { code } }],
})

/** In Redwood's own words. */
export const NOT_LOGGED_IN = refusal(
  "You don't have permission to do that.",
  'UNAUTHENTICATED'
)
