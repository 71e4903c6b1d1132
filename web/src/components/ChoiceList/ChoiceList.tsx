import { useState } from 'react'
import type { ReactNode } from 'react'

import { Command } from 'cmdk'
import { Check, Plus } from 'lucide-react'

import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'
import { plain, rankByName } from 'src/lib/rankByName'

/** More than this nobody reads through: one types on. */
const SHOWN = 50

export interface ListChoice {
  id: string
  name: string
  isChosen: boolean
  /** What stands before the name. */
  mark?: ReactNode
  /** What stands at the end of its line. */
  hint?: string
}

interface ChoiceListProps {
  label: string
  placeholder: string
  /** Undefined while they are not known. */
  choices: readonly ListChoice[] | undefined
  problem?: string
  /** What is said where there is nothing to choose from. */
  none?: string
  onChoose: (choice: ListChoice) => void
  /** Makes one of what was typed, where nothing has that name. */
  onCreate?: (name: string) => void
}

const ITEM =
  'flex cursor-default items-center gap-2.5 rounded-lg px-2.5 py-1.5 aria-selected:bg-hover pointer-coarse:py-2.5'

/** A field that searches, over what it finds: arrows and Enter, or the pointer, choose. */
const ChoiceList = ({
  label,
  placeholder,
  choices,
  problem,
  none,
  onChoose,
  onCreate,
}: ChoiceListProps) => {
  const [typed, setTyped] = useState('')
  const found = rankByName(choices ?? [], typed)
  const name = typed.trim()
  const canCreate =
    onCreate &&
    choices &&
    name &&
    !found.some((choice) => plain(choice.name) === plain(name))

  return (
    <Command label={label} shouldFilter={false} loop className="outline-none">
      <Command.Input
        // It opens by itself where one asked for it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={typed}
        onValueChange={setTyped}
        placeholder={placeholder}
        maxLength={100}
        className="h-10 w-full border-b border-line bg-transparent px-3.5 placeholder:text-ink-faint focus:outline-none"
      />
      <Command.List
        label={label}
        className="max-h-[min(19rem,50dvh)] overflow-y-auto overscroll-contain p-1.5"
      >
        {found.slice(0, SHOWN).map((choice) => (
          <Command.Item
            key={choice.id}
            value={choice.id}
            aria-checked={choice.isChosen}
            onSelect={() => onChoose(choice)}
            className={ITEM}
          >
            {choice.mark}
            <bdi className="min-w-0 flex-1 truncate">{choice.name}</bdi>
            {choice.hint && (
              <span className="shrink-0 text-sm text-ink-soft tabular-nums">
                {choice.hint}
              </span>
            )}
            {choice.isChosen && (
              <Check className="size-4 shrink-0 text-signal" aria-hidden />
            )}
          </Command.Item>
        ))}
        {canCreate && (
          <Command.Item
            value={`create ${name}`}
            onSelect={() => onCreate(name)}
            className={ITEM}
          >
            <Plus className="size-4 shrink-0 text-ink-soft" aria-hidden />
            <span className="min-w-0 truncate">
              {t('Create “{name}”', { name })}
            </span>
          </Command.Item>
        )}
      </Command.List>
      <p
        role="status"
        className="px-4 pb-2.5 text-sm text-ink-soft empty:hidden"
      >
        {problem}
        {!problem && !choices && t('Loading…')}
        {choices?.length === 0 && !name && none}
        {choices &&
          name &&
          found.length === 0 &&
          !canCreate &&
          t('Nothing found.')}
        {found.length > SHOWN &&
          t('{count} more: type to find them.', {
            count: count(found.length - SHOWN),
          })}
      </p>
    </Command>
  )
}

export default ChoiceList
