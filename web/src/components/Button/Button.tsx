import { forwardRef } from 'react'
import type { ButtonHTMLAttributes } from 'react'

import { cx } from 'src/lib/cx'

const LOOKS = {
  primary:
    'bg-signal text-on-signal hover:bg-signal-strong disabled:opacity-50',
  quiet:
    'border border-line bg-raised text-ink hover:bg-hover disabled:opacity-50',
  bare: 'text-ink-soft hover:bg-hover hover:text-ink disabled:opacity-50',
}

export const buttonLook = (look: keyof typeof LOOKS) =>
  cx(
    'inline-flex h-9 shrink-0 items-center justify-center gap-2 rounded-lg px-3.5 font-medium transition-colors',
    LOOKS[look]
  )

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: keyof typeof LOOKS
}

const Button = forwardRef<HTMLButtonElement, ButtonProps>(
  ({ look = 'quiet', className, type = 'button', ...props }, ref) => (
    <button
      ref={ref}
      type={type}
      className={cx(buttonLook(look), className)}
      {...props}
    />
  )
)

export default Button
