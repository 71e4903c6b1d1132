import type { LabelColor } from 'types/graphql'

import { RadioField } from '@redwoodjs/forms'

import Hint from 'src/components/Hint'
import { COLORS, LABEL_COLORS, labelStyle } from 'src/lib/labels/labelColors'
import { t } from 'src/lib/language/t'

/** One of the colors of labels, by its name for who can't tell them apart. */
const ColorField = ({ chosen }: { chosen: LabelColor }) => (
  <fieldset>
    <legend className="mb-1.5 font-medium">{t('Color')}</legend>
    <div className="flex flex-wrap gap-2">
      {COLORS.map((color) => (
        <Hint key={color} text={LABEL_COLORS[color].name}>
          <label
            style={labelStyle(color)}
            className="label-dot grid size-8 place-items-center rounded-full has-checked:outline-2 has-checked:outline-offset-2 has-checked:outline-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-signal"
          >
            <RadioField name="color" value={color} className="sr-only" />
            <span className="sr-only">{LABEL_COLORS[color].name}</span>
          </label>
        </Hint>
      ))}
    </div>
    <p className="mt-1.5 text-sm text-ink-soft">{LABEL_COLORS[chosen].name}</p>
  </fieldset>
)

export default ColorField
