import { Trash2 } from 'lucide-react'
import type {
  DeleteCallSettingsMutation,
  DeleteCallSettingsMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import Confirm from 'src/components/Confirm'
import IconButton from 'src/components/IconButton'
import { errorText } from 'src/lib/errorText'
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
  const label = `Delete: ${number}`
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
      noticeBoard.post(`${number} is answered as before. ${errorText(error)}`)
    }
  }

  return (
    <Confirm
      label={label}
      action="Delete"
      trigger={<IconButton icon={Trash2} label={label} disabled={loading} />}
      onConfirm={() => void run()}
    >
      Calls to <b>{number}</b> are answered as those to all other numbers then.
    </Confirm>
  )
}

export default DeleteCallSettings
