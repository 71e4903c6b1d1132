import type { ReactNode } from 'react'

import Button from 'src/components/Button'
import CopyField from 'src/components/CopyField'
import { t } from 'src/lib/language/t'

interface ShownOnceProps {
  label: string
  value: string
  onDone: () => void
  /** What it is for. */
  children: ReactNode
}

/** A secret, which nobody is shown a second time. */
const ShownOnce = ({ label, value, onDone, children }: ShownOnceProps) => (
  <div className="flex flex-col gap-4">
    <p>{children}</p>
    <CopyField label={label} value={value} />
    <Button look="primary" className="self-end" onClick={onDone}>
      {t('I have it')}
    </Button>
  </div>
)

export default ShownOnce
