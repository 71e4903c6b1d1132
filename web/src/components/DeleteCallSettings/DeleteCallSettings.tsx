import { Trash2 } from 'lucide-react'
import type {
  DeleteCallSettingsMutation,
  DeleteCallSettingsMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import Confirm from 'src/components/Confirm'
import IconButton from 'src/components/IconButton'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { formatAddress } from 'src/lib/phone/formatAddress'
import { DELETE_CALL_SETTINGS } from 'src/queries/callSettings'

interface DeleteCallSettingsProps {
  id: string
  address: string
}

/** Answers a number's calls as all others, after asking. */
const DeleteCallSettings = ({ id, address }: DeleteCallSettingsProps) => {
  const number = formatAddress(address)
  const label = t('Delete: {what}', { what: number })
  const [remove, { loading }] = useMutation<
    DeleteCallSettingsMutation,
    DeleteCallSettingsMutationVariables
  >(DELETE_CALL_SETTINGS, {
    variables: { address },
    update: (cache) => {
      cache.evict({ id: cache.identify({ __typename: 'CallSettings', id }) })
    },
  })

  const run = async () => {
    try {
      await remove()
    } catch (error) {
      noticeBoard.post(
        t('{number} is answered as before. {error}', {
          number,
          error: errorText(error),
        })
      )
    }
  }

  return (
    <Confirm
      label={label}
      action={t('Delete')}
      trigger={<IconButton icon={Trash2} label={label} disabled={loading} />}
      onConfirm={() => void run()}
    >
      {t('Calls to {number} are answered as those to all other numbers then.', {
        number,
      })}
    </Confirm>
  )
}

export default DeleteCallSettings
