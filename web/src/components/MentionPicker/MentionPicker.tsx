import TypedOptions from 'src/components/TypedOptions'
import TypedPanel from 'src/components/TypedPanel'
import { useKeysOf } from 'src/hooks/useKeysOf'
import { useUsers } from 'src/hooks/useUsers'
import { t } from 'src/lib/language/t'
import { mentionOf } from 'src/lib/mentions/splitMentions'
import { rankByName } from 'src/lib/rankByName'
import { replaceText } from 'src/lib/replaceText'
import type { TriggerWord } from 'src/lib/triggerWord/findTriggerWord'

/** More than this nobody reads through: one types on. */
const SHOWN = 20

interface MentionPickerProps {
  area: HTMLTextAreaElement
  word: TriggerWord
  onDone: () => void
}

/** The colleagues whom the word behind an at sign finds. Where it finds none, it is a word. */
const MentionPicker = ({ area, word, onDone }: MentionPickerProps) => {
  const { users } = useUsers()
  const people = (users ?? []).map(({ id, name, email }) => ({
    id,
    name: `${name ?? ''} ${email}`.trim(),
    title: name?.trim() || email,
    detail: name ? email : '',
    mention: mentionOf({ name, email }),
  }))
  const options = rankByName(people, word.query).slice(0, SHOWN)

  useKeysOf(area, (event) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onDone()
    }
  })

  return options.length === 0 ? null : (
    <TypedPanel>
      <TypedOptions
        // What another word finds begins at its top again.
        key={word.query}
        area={area}
        label={t('Colleagues')}
        options={options}
        onChoose={({ mention }) => {
          const end = word.start + 1 + word.query.length
          replaceText(area, word.start, end, `${mention} `)
          onDone()
        }}
      />
    </TypedPanel>
  )
}

export default MentionPicker
