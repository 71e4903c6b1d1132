import type { ConsentEventFields } from 'types/graphql'

import { t } from 'src/lib/language/t'

const SAYS = (allowed: boolean | null | undefined) =>
  allowed === null || allowed === undefined
    ? t('Asked for help')
    : allowed
      ? t('Opted in again')
      : t('Opted out')

const how = ({ source, word, by }: ConsentEventFields) => {
  switch (source) {
    case 'KEYWORD':
      return word ? t('wrote {word}', { word }) : t('in their own words')
    case 'OPT_OUT_TYPE':
      return word
        ? t('wrote “{word}”, as Twilio told us', { word })
        : t('as Twilio told us')
    case 'REFUSAL':
      return t('Twilio refused a message (21610)')
    default:
      return t('by {name}', { name: by ?? t('a colleague') })
  }
}

/** What an entry of the ledger says, and how we know. */
export const describeConsent = (entry: ConsentEventFields): string =>
  `${SAYS(entry.allowed)}: ${how(entry)}`
