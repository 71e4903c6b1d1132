const SOURCES: Record<string, string> = {
  API: 'Twilio’s answer',
  CALLBACK: 'Twilio’s callback',
  RECONCILER: 'Asked at Twilio',
}

const DISPOSITIONS: Record<string, string> = {
  DUPLICATE: 'Came again; nothing changed.',
  STALE: 'Came late: the message was further already.',
  CONFLICT: 'Contradicts another final report.',
  PARKED: 'Came before its message; kept until it was known.',
  UNKNOWN: 'A status we do not know; kept as it came.',
}

/** Who said it. */
export const sourceText = (source: string) => SOURCES[source] ?? source

/**
 * What was special about a report; nothing for one that was simply applied, nor for Twilio's answer where its first
 * callback was quicker: nothing of it is late.
 */
export const dispositionText = (
  disposition: string,
  source?: string
): string | null =>
  disposition === 'APPLIED' || (disposition === 'STALE' && source === 'API')
    ? null
    : (DISPOSITIONS[disposition] ?? disposition)
