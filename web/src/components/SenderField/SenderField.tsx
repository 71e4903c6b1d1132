import { Label, SelectField } from '@redwoodjs/forms'

import { FIELD, LABEL } from 'src/components/fieldLook'
import { t } from 'src/lib/language/t'
import { formatAddress } from 'src/lib/phone/formatAddress'

/** Which of our numbers it comes from. */
const SenderField = ({ senders }: { senders: readonly string[] }) => {
  return (
    <div className="flex flex-col gap-1">
      <Label name="from" className={LABEL}>
        {t('From')}
      </Label>
      <SelectField name="from" className={FIELD}>
        {senders.map((sender) => (
          <option key={sender} value={sender}>
            {formatAddress(sender)}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

export default SenderField
