import { useEffect, useState } from 'react'
import type { MouseEvent } from 'react'

import { useCombobox } from 'src/hooks/useCombobox'
import { useKeysOf } from 'src/hooks/useKeysOf'

const LIST = 'typed-options'
const optionId = (id: string) => `typed-option-${id}`

export interface TypedOption {
  id: string
  title: string
  detail: string
}

interface TypedOptionsProps<Option extends TypedOption> {
  area: HTMLTextAreaElement
  label: string
  /** At least one. */
  options: readonly Option[]
  onChoose: (option: Option) => void
}

/** What can be chosen for a word that is being typed, by pointer or by the keys of the text area, which keeps the focus. */
const TypedOptions = <Option extends TypedOption>({
  area,
  label,
  options,
  onChoose,
}: TypedOptionsProps<Option>) => {
  const [index, setIndex] = useState(0)
  const active = options[index] ?? options[0]
  const activeId = active && optionId(active.id)
  useCombobox(area, LIST, activeId)

  const step = (by: number) =>
    setIndex((index + by + options.length) % options.length)

  useKeysOf(area, (event) => {
    if (event.shiftKey || event.altKey) {
      return
    }
    if (event.key === 'ArrowDown') {
      step(1)
    } else if (event.key === 'ArrowUp') {
      step(-1)
    } else if ((event.key === 'Enter' || event.key === 'Tab') && active) {
      onChoose(active)
    } else {
      return
    }
    event.preventDefault()
  })

  useEffect(() => {
    if (activeId) {
      document.getElementById(activeId)?.scrollIntoView?.({ block: 'nearest' })
    }
  }, [activeId])

  const optionOf = ({ target }: MouseEvent) => {
    const element = (target as Element).closest('[role="option"]')
    return options.findIndex(({ id }) => optionId(id) === element?.id)
  }

  return (
    // The keys are heard where the focus is: in the text area.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <ul
      id={LIST}
      role="listbox"
      aria-label={label}
      onMouseMove={(event) => {
        const pointedAt = optionOf(event)
        if (pointedAt >= 0) {
          setIndex(pointedAt)
        }
      }}
      onClick={(event) => {
        const chosen = options[optionOf(event)]
        if (chosen) {
          onChoose(chosen)
        }
      }}
      className="max-h-[min(19rem,45dvh)] overflow-y-auto overscroll-contain p-1.5"
    >
      {options.map((option) => (
        <li
          key={option.id}
          id={optionId(option.id)}
          role="option"
          aria-selected={option === active}
          className="flex cursor-default gap-3 rounded-lg px-2.5 py-1.5 aria-selected:bg-signal-soft max-md:flex-col max-md:gap-0 pointer-coarse:py-2.5"
        >
          <span className="shrink-0 font-semibold text-signal md:w-36 md:truncate">
            {option.title}
          </span>
          <span className="line-clamp-2 min-w-0 text-ink-soft wrap-anywhere">
            {option.detail}
          </span>
        </li>
      ))}
    </ul>
  )
}

export default TypedOptions
