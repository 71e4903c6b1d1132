import { forwardRef } from 'react'
import type { ButtonHTMLAttributes } from 'react'

import type { LucideIcon } from 'lucide-react'

import Hint from 'src/components/Hint'
import { keysOf } from 'src/lib/commands/commands'
import { cx } from 'src/lib/cx'

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: LucideIcon
  label: string
  /** Which key and line of the palette press it (lib/commands). */
  command?: string
}

/** A button that is only an icon; its label is its name and its tooltip. */
const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(
  ({ icon: Icon, label, command, className, ...props }, ref) => (
    <Hint text={label} keys={command && keysOf(command)}>
      <button
        ref={ref}
        type="button"
        aria-label={label}
        data-command={command}
        className={cx(
          'grid size-9 shrink-0 place-items-center rounded-lg text-ink-soft transition-colors hover:bg-hover hover:text-ink disabled:opacity-50 aria-pressed:bg-signal-soft aria-pressed:text-signal',
          className
        )}
        {...props}
      >
        <Icon className="size-[1.15rem]" aria-hidden />
      </button>
    </Hint>
  )
)

export default IconButton
