import type { ConsentEventFields } from 'types/graphql'

const SAYS = (allowed: boolean | null | undefined) =>
  allowed === null || allowed === undefined
    ? 'Asked for help'
    : allowed
      ? 'Opted in again'
      : 'Opted out'

const how = ({ source, word, by }: ConsentEventFields) => {
  switch (source) {
    case 'KEYWORD':
      return word ? `wrote ${word}` : 'in their own words'
    case 'OPT_OUT_TYPE':
      return word ? `wrote “${word}”, as Twilio told us` : 'as Twilio told us'
    case 'REFUSAL':
      return 'Twilio refused a message (21610)'
    default:
      return `by ${by ?? 'a colleague'}`
  }
}

/** What an entry of the ledger says, and how we know. */
export const describeConsent = (entry: ConsentEventFields): string =>
  `${SAYS(entry.allowed)}: ${how(entry)}`
