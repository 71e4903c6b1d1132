import type { LabelFields } from 'types/graphql'

import { Link } from '@redwoodjs/router'

import DeleteLabel from 'src/components/DeleteLabel'
import LabelChip from 'src/components/LabelChip'
import LabelDialog from 'src/components/LabelDialog'
import { useOperator } from 'src/hooks/useOperator'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'

const LabelRow = ({ label }: { label: LabelFields }) => {
  const { canWrite } = useOperator()
  return (
    <li className="flex items-center gap-4 py-1.5">
      <span className="flex min-w-0 flex-1">
        <LabelChip label={label} className="!text-sm !leading-6" />
      </span>
      <Link
        to={inboxPath({ folder: 'open', label: label.id })}
        aria-label={t('Open conversations with {name}', { name: label.name })}
        className="shrink-0 text-sm text-signal underline"
      >
        {t('Open conversations')}
      </Link>
      {canWrite && (
        <span className="flex shrink-0">
          <LabelDialog label={label} />
          <DeleteLabel label={label} />
        </span>
      )}
    </li>
  )
}

export default LabelRow
