import type { ChannelKind } from 'types/graphql'

import { channelLabel } from 'src/components/ChannelIcon'
import Checkbox from 'src/components/Checkbox'
import { LABEL } from 'src/components/fieldLook'

interface KindsFieldProps {
  label: string
  choices: readonly ChannelKind[]
  value: readonly ChannelKind[]
  onChange: (kinds: ChannelKind[]) => void
}

const KindsField = ({ label, choices, value, onChange }: KindsFieldProps) => (
  <fieldset className="flex flex-col gap-1">
    <legend className={LABEL}>{label}</legend>
    <div className="flex flex-wrap gap-x-5 gap-y-1">
      {choices.map((kind) => (
        <Checkbox
          key={kind}
          checked={value.includes(kind)}
          onChange={(checked) =>
            onChange(
              choices.filter((each) =>
                each === kind ? checked : value.includes(each)
              )
            )
          }
        >
          {channelLabel(kind)}
        </Checkbox>
      ))}
    </div>
  </fieldset>
)

export default KindsField
