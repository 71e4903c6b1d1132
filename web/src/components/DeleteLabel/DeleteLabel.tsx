import { Trash2 } from 'lucide-react'
import type {
  DeleteLabelMutation,
  DeleteLabelMutationVariables,
  LabelFields,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import Confirm from 'src/components/Confirm'
import IconButton from 'src/components/IconButton'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { DELETE_LABEL } from 'src/queries/labels'

/** Deletes a label, after asking. */
const DeleteLabel = ({ label }: { label: LabelFields }) => {
  const { id, name } = label
  const [remove, { loading }] = useMutation<
    DeleteLabelMutation,
    DeleteLabelMutationVariables
  >(DELETE_LABEL, {
    variables: { id },
    // Lists leave out what is no longer there: those of labels, and those of what has them.
    update: (cache) => {
      cache.evict({ id: cache.identify({ __typename: 'Label', id }) })
    },
  })

  const run = async () => {
    try {
      await remove()
    } catch (error) {
      noticeBoard.post(
        t('The label was not deleted. {error}', { error: errorText(error) })
      )
    }
  }

  return (
    <Confirm
      label={t('Delete {name}', { name })}
      action={t('Delete')}
      trigger={
        <IconButton
          icon={Trash2}
          label={t('Delete {name}', { name })}
          disabled={loading}
        />
      }
      onConfirm={() => void run()}
    >
      {t(
        '“{name}” is deleted for everybody, and taken from all conversations and contacts that have it.',
        { name }
      )}
    </Confirm>
  )
}

export default DeleteLabel
