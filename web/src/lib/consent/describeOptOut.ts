import type { ConversationFields } from 'types/graphql'

import { contactName } from 'src/lib/contactName'

const WHY: Record<string, (name: string) => string> = {
  KEYWORD: (name) => `${name} wrote STOP or a word like it`,
  OPT_OUT_TYPE: (name) => `${name} opted out, as Twilio told us`,
  REFUSAL: (name) => `Twilio refused a message to ${name} as opted out (21610)`,
  OPERATOR: (name) => `A colleague opted ${name} out`,
}

/** Why a contact may not be written to, as a sentence without its full stop. */
export function describeOptOut({
  optOutSource,
  contact,
}: Pick<ConversationFields, 'optOutSource' | 'contact'>): string {
  const name = contactName(contact)
  return (
    (optOutSource && WHY[optOutSource]?.(name)) || `${name} wants no messages`
  )
}
