import type {
  LabelContactMutation,
  LabelContactMutationVariables,
  LabelFields,
  UnlabelContactMutation,
  UnlabelContactMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { LABEL_CONTACT, UNLABEL_CONTACT } from 'src/queries/contact'

const tell = (error: unknown) => {
  noticeBoard.post(
    t('The label was not changed. {error}', { error: errorText(error) })
  )
}

/** Puts labels on a contact, and takes them off. */
export function useContactLabels(id: string) {
  const [label] = useMutation<
    LabelContactMutation,
    LabelContactMutationVariables
  >(LABEL_CONTACT)
  const [unlabel] = useMutation<
    UnlabelContactMutation,
    UnlabelContactMutationVariables
  >(UNLABEL_CONTACT)

  return {
    add: ({ id: labelId }: LabelFields) =>
      void label({ variables: { id, labelId } }).catch(tell),
    remove: ({ id: labelId }: LabelFields) =>
      void unlabel({ variables: { id, labelId } }).catch(tell),
  }
}
