import { t } from 'src/lib/language/t'

const SOURCES: Record<string, string> = {
  get API() {
    return t('Twilio’s answer')
  },
  get CALLBACK() {
    return t('Twilio’s callback')
  },
  get RECONCILER() {
    return t('Asked at Twilio')
  },
}

const DISPOSITIONS: Record<string, string> = {
  get DUPLICATE() {
    return t('Came again; nothing changed.')
  },
  get STALE() {
    return t('Came late: the message was further already.')
  },
  get CONFLICT() {
    return t('Contradicts another final report.')
  },
  get PARKED() {
    return t('Came before its message; kept until it was known.')
  },
  get UNKNOWN() {
    return t('A status we do not know; kept as it came.')
  },
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
