import type { UserSettingsInput } from 'types/graphql'

import { badUserInput } from 'src/lib/errors'
import { isTimeZone } from 'src/lib/messaging/openingHours'

const isLanguage = (tag: string) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/**
 * What somebody chose, fit to be kept; what was not named is not in it.
 *
 * @throws BAD_USER_INPUT
 */
export function readSettings(input: UserSettingsInput): UserSettingsInput {
  if (input.timeZone != null && !isTimeZone(input.timeZone)) {
    throw badUserInput(
      'There is no such time zone. Write it as Europe/Berlin or America/New_York.'
    )
  }
  if (input.language != null && !isLanguage(input.language)) {
    throw badUserInput('There is no such language. Write it as en or de-AT.')
  }
  return {
    ...input,
    ...(input.mutedFolders && {
      mutedFolders: [...new Set(input.mutedFolders)],
    }),
  }
}
