import { useState } from 'react'

import { Pencil } from 'lucide-react'

import IconButton from 'src/components/IconButton'
import RenameForm from 'src/components/RenameForm'
import { useOperator } from 'src/hooks/useOperator'
import { t } from 'src/lib/language/t'

export interface NamedContact {
  id: string
  name?: string | null
  address: string
}

const ContactName = ({ contact }: { contact: NamedContact }) => {
  const [isRenaming, setIsRenaming] = useState(false)
  const { canWrite } = useOperator()

  if (isRenaming) {
    return <RenameForm contact={contact} onDone={() => setIsRenaming(false)} />
  }
  return (
    <div className="flex max-w-full items-center gap-1">
      <h3 className="min-w-0 text-lg font-bold wrap-anywhere">
        {contact.name || <span className="text-ink-soft">{t('No name')}</span>}
      </h3>
      {canWrite && (
        <IconButton
          icon={Pencil}
          label={t('Rename')}
          className="!size-8"
          onClick={() => setIsRenaming(true)}
        />
      )}
    </div>
  )
}

export default ContactName
