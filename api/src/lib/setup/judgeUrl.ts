export type SetupState = 'SET' | 'OTHER' | 'MISSING' | 'UNKNOWN'

export interface Judged {
  current: string | null
  state: SetupState
  /** What is wrong, or could be better. */
  note: string | null
}

const withoutFragment = (url: string) => url.split('#')[0]

/**
 * Whether a webhook at Twilio is the one that belongs there. Twilio signs the URL, so it is to the letter; what stands
 * behind a # is not signed, and says how often Twilio comes again.
 */
export function judgeUrl(
  expected: string,
  current: string | null | undefined,
  method: string | null | undefined
): Judged {
  if (!current) {
    return { current: null, state: 'MISSING', note: 'Nothing is set.' }
  }
  if (withoutFragment(current) !== withoutFragment(expected)) {
    return { current, state: 'OTHER', note: 'Another address is set.' }
  }
  if (method && method.toUpperCase() !== 'POST') {
    return {
      current,
      state: 'OTHER',
      note: `The method is HTTP ${method}; it must be HTTP POST.`,
    }
  }
  const [, overrides] = expected.split('#')
  const note =
    overrides && !current.includes('#')
      ? `Without #${overrides} at its end, Twilio does not come again when our database was away.`
      : null
  return { current, state: 'SET', note }
}

/** What can't be read, or not by us. */
export const unknown = (note: string): Judged => ({
  current: null,
  state: 'UNKNOWN',
  note,
})
