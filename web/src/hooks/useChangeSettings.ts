import { useCallback } from 'react'

import type {
  UpdateSettingsMutation,
  UpdateSettingsMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { settings } from 'src/lib/settings/settings'
import type { Settings } from 'src/lib/settings/settings'
import { UPDATE_SETTINGS } from 'src/queries/settings'

/** Changes settings: here at once, and for all browsers when the server has them. */
export function useChangeSettings() {
  const [save] = useMutation<
    UpdateSettingsMutation,
    UpdateSettingsMutationVariables
  >(UPDATE_SETTINGS)

  return useCallback(
    async (changes: Partial<Settings>) => {
      const before = settings.get()
      settings.change(changes)
      try {
        await save({ variables: { settings: changes } })
      } catch {
        const names = Object.keys(changes) as (keyof Settings)[]
        settings.change(
          Object.fromEntries(names.map((name) => [name, before[name]]))
        )
        noticeBoard.post(t('The setting could not be saved.'))
      }
    },
    [save]
  )
}
