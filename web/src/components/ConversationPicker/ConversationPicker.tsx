import type { ConversationFields } from 'types/graphql'

import AssigneePicker from 'src/components/AssigneePicker'
import LabelPicker from 'src/components/LabelPicker'
import SnoozePicker from 'src/components/SnoozePicker'
import { useConversationActions } from 'src/hooks/useConversationActions'

/** What is chosen of a conversation from a list: who looks after it, its labels, until when it waits. */
export type PickerKind = 'assign' | 'labels' | 'snooze'

interface ConversationPickerProps {
  kind: PickerKind
  conversation: ConversationFields
  onDone: () => void
  /** After that, it is no longer among the open ones. */
  onSnoozed?: () => void
}

/** What is chosen of a conversation, and done with what was chosen. */
const ConversationPicker = ({
  kind,
  conversation,
  onDone,
  onSnoozed,
}: ConversationPickerProps) => {
  const { snooze, addLabel, removeLabel } = useConversationActions(
    conversation.id
  )
  switch (kind) {
    case 'assign':
      return <AssigneePicker conversation={conversation} onDone={onDone} />
    case 'labels':
      return (
        <LabelPicker
          chosen={conversation.labels}
          onAdd={({ id }) => void addLabel.run({ labelId: id })}
          onRemove={({ id }) => void removeLabel.run({ labelId: id })}
        />
      )
    case 'snooze':
      return (
        <SnoozePicker
          conversation={conversation}
          onChoose={(until) => {
            onDone()
            void snooze
              .run({ until })
              .then((isSnoozed) => isSnoozed && onSnoozed?.())
          }}
        />
      )
  }
}

export default ConversationPicker
