import { Plus, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import type { KeptFields } from 'types/graphql'

import IconButton from 'src/components/IconButton'
import LabelChip from 'src/components/LabelChip'
import LabelPicker from 'src/components/LabelPicker'
import { useContactLabels } from 'src/hooks/useContactLabels'
import { useOperator } from 'src/hooks/useOperator'
import { t } from 'src/lib/language/t'

/** What a contact is sorted by, in all its conversations. */
const ContactLabels = ({ contact }: { contact: KeptFields }) => {
  const { canWrite } = useOperator()
  const { add, remove } = useContactLabels(contact.id)
  const { labels } = contact

  return (
    <section aria-label={t('Labels')} className="border-t border-line pt-5">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold">{t('Labels')}</h3>
        {canWrite && (
          <Popover.Root>
            <Popover.Trigger asChild>
              <IconButton
                icon={Plus}
                label={t('Add a label')}
                className="!size-8"
              />
            </Popover.Trigger>
            <Popover.Portal>
              <Popover.Content
                align="end"
                sideOffset={6}
                collisionPadding={12}
                aria-label={t('Labels of the contact')}
                className="animate-appear z-40 w-72 rounded-xl border border-line bg-raised shadow-raised"
              >
                <LabelPicker chosen={labels} onAdd={add} onRemove={remove} />
              </Popover.Content>
            </Popover.Portal>
          </Popover.Root>
        )}
      </div>
      {labels.length > 0 ? (
        <ul className="mt-2 flex flex-wrap gap-1.5">
          {labels.map((label) => (
            <li key={label.id} className="flex max-w-full min-w-0">
              <LabelChip label={label}>
                {canWrite && (
                  <button
                    type="button"
                    aria-label={t('Remove {name}', { name: label.name })}
                    onClick={() => remove(label)}
                    className="-mr-1 ml-0.5 grid size-6 shrink-0 place-items-center rounded-md"
                  >
                    <X className="size-3" aria-hidden />
                  </button>
                )}
              </LabelChip>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-ink-soft">{t('None yet.')}</p>
      )}
    </section>
  )
}

export default ContactLabels
