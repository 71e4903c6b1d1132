import { UserX } from 'lucide-react'
import type { ConversationFields } from 'types/graphql'

import Avatar from 'src/components/Avatar'
import ChoiceList from 'src/components/ChoiceList'
import { useConversationActions } from 'src/hooks/useConversationActions'
import { useOperator } from 'src/hooks/useOperator'
import { useUsers } from 'src/hooks/useUsers'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { userName } from 'src/lib/userName'

/** Stands for nobody. */
const NOBODY = 'nobody'

interface AssigneePickerProps {
  conversation: ConversationFields
  onDone: () => void
}

/** Who looks after a conversation: oneself first, and nobody where it is somebody's. */
const AssigneePicker = ({ conversation, onDone }: AssigneePickerProps) => {
  const { users, error } = useUsers()
  const { operator } = useOperator()
  const { assign } = useConversationActions(conversation.id)
  const { assignee } = conversation
  const isMe = (id: string) => id === operator?.id

  const choices = users
    // A VIEWER can't answer anybody.
    ?.filter(({ role }) => role !== 'VIEWER')
    .sort((a, b) => Number(isMe(b.id)) - Number(isMe(a.id)))
    .map((user) => ({
      id: user.id,
      name: isMe(user.id)
        ? t('{name} (you)', { name: userName(user) })
        : userName(user),
      isChosen: user.id === assignee?.id,
      mark: (
        <Avatar
          id={user.id}
          name={userName(user)}
          className="size-6 text-[0.625rem]"
        />
      ),
    }))
  const nobody = {
    id: NOBODY,
    name: t('Nobody'),
    isChosen: false,
    mark: <UserX className="mx-1 size-4 shrink-0 text-ink-faint" aria-hidden />,
  }

  return (
    <ChoiceList
      label={t('Assign to')}
      placeholder={t('Assign to…')}
      choices={choices && (assignee ? [nobody, ...choices] : choices)}
      problem={
        error &&
        t('Who there is could not be loaded. {error}', {
          error: errorText(error),
        })
      }
      none={t('Nobody can be assigned.')}
      onChoose={({ id }) => {
        onDone()
        void assign.run({ userId: id === NOBODY ? null : id })
      }}
    />
  )
}

export default AssigneePicker
