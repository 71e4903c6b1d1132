import type { LabelFields } from 'types/graphql'

import ChoiceList from 'src/components/ChoiceList'
import { useLabels } from 'src/hooks/useLabels'
import { useSaveLabel } from 'src/hooks/useSaveLabel'
import { errorText } from 'src/lib/errorText'
import { labelStyle } from 'src/lib/labels/labelColors'
import { nextColor } from 'src/lib/labels/nextColor'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'

interface LabelPickerProps {
  chosen: readonly LabelFields[]
  onAdd: (label: LabelFields) => void
  onRemove: (label: LabelFields) => void
}

/** Labels to put on something and to take off it; it stays open, and makes the label that one misses. */
const LabelPicker = ({ chosen, onAdd, onRemove }: LabelPickerProps) => {
  const { labels, error } = useLabels()
  const { save } = useSaveLabel()
  const has = (id: string) => chosen.some((label) => label.id === id)

  const choices = labels
    ?.map(({ id, name, color }) => ({
      id,
      name,
      isChosen: has(id),
      mark: (
        <span
          style={labelStyle(color)}
          className="label-dot size-3 shrink-0 rounded-full"
        />
      ),
    }))
    .sort((a, b) => Number(b.isChosen) - Number(a.isChosen))

  const create = async (name: string) => {
    try {
      onAdd(await save({ name, color: nextColor(labels ?? []) }))
    } catch (problem) {
      noticeBoard.post(
        t('The label was not made. {error}', { error: errorText(problem) })
      )
    }
  }

  return (
    <ChoiceList
      label={t('Labels')}
      placeholder={t('Find or create a label')}
      choices={choices}
      problem={
        error &&
        t('The labels could not be loaded. {error}', {
          error: errorText(error),
        })
      }
      none={t('There are no labels yet. Type a name to create one.')}
      onChoose={({ id }) => {
        const label = labels?.find((known) => known.id === id)
        if (label) {
          ;(has(id) ? onRemove : onAdd)(label)
        }
      }}
      onCreate={(name) => void create(name)}
    />
  )
}

export default LabelPicker
