/** The server has said no: it did nothing. Any other error of a statement leaves open what it did. */
export const isRefusal = (error: unknown) =>
  (error as { severity?: unknown }).severity === 'ERROR'
