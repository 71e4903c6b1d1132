import { useState } from 'react'

import type { ConversationFields } from 'types/graphql'

import ChoiceList from 'src/components/ChoiceList'
import SendLaterForm from 'src/components/SendLaterForm'
import { useNow } from 'src/hooks/useNow'
import { t } from 'src/lib/language/t'
import { snoozeTimes } from 'src/lib/time/snoozeTimes'
import { dayAndTime } from 'src/lib/time/time'

/** Leads to a date and a time of one's own. */
const OTHER = 'other'

interface SnoozePickerProps {
  conversation: ConversationFields
  /** An ISO date. */
  onChoose: (until: string) => void
}

/** Until when a conversation is put off. An answer brings it back sooner. */
const SnoozePicker = ({ conversation, onChoose }: SnoozePickerProps) => {
  const now = useNow()
  const [isOther, setIsOther] = useState(false)

  if (isOther) {
    return (
      <div className="p-4">
        <SendLaterForm
          label={t('Snooze until')}
          action={t('Snooze')}
          onChoose={onChoose}
        />
      </div>
    )
  }
  const choices = snoozeTimes(now).map(({ name, until }) => {
    const iso = until.toISOString()
    return {
      id: iso,
      name,
      isChosen: conversation.snoozedUntil === iso,
      hint: dayAndTime(iso),
    }
  })
  return (
    <ChoiceList
      label={t('Snooze until')}
      placeholder={t('Snooze until…')}
      choices={[
        ...choices,
        { id: OTHER, name: t('Choose a time…'), isChosen: false },
      ]}
      onChoose={({ id }) => (id === OTHER ? setIsOther(true) : onChoose(id))}
    />
  )
}

export default SnoozePicker
