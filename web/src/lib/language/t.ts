import { i18n } from '@lingui/core'

import { compile } from './compile'
import type german from './german'
import type germanForAdministrators from './germanForAdministrators'

/** A message, by its English words. One that has no German yet does not compile. */
export type Text = keyof typeof german | keyof typeof germanForAdministrators

i18n.setMessagesCompiler(compile)
// English is what the code says, and has no catalog.
i18n.loadAndActivate({ locale: 'en', messages: {} })

/**
 * A message in the language that was chosen. It is to be called while something is shown, not while a module loads:
 * the language may change.
 */
export const t = (
  text: Text,
  values?: Record<string, string | number | null | undefined>
): string => i18n._(text, values)
