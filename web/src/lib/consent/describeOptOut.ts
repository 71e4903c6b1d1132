import type { ConversationFields } from 'types/graphql'

import { contactName } from 'src/lib/contactName'
import { t } from 'src/lib/language/t'

const WHY: Record<string, (name: string) => string> = {
  KEYWORD: (name) => t('{name} wrote STOP or a word like it', { name }),
  OPT_OUT_TYPE: (name) => t('{name} opted out, as Twilio told us', { name }),
  REFUSAL: (name) =>
    t('Twilio refused a message to {name} as opted out (21610)', { name }),
  OPERATOR: (name) => t('A colleague opted {name} out', { name }),
}

/** Why a contact may not be written to, as a sentence without its full stop. */
export function describeOptOut({
  optOutSource,
  contact,
}: Pick<ConversationFields, 'optOutSource' | 'contact'>): string {
  const name = contactName(contact)
  return (
    (optOutSource && WHY[optOutSource]?.(name)) ||
    t('{name} wants no messages', { name })
  )
}
