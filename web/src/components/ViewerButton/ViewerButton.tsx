import { type ButtonHTMLAttributes, forwardRef } from 'react'

import type { LucideIcon } from 'lucide-react'

interface ViewerButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: LucideIcon
  label: string
}

/** A button on the dark of the viewer. Without a tooltip of ours: Escape would close that first, and not the viewer. */
const ViewerButton = forwardRef<HTMLButtonElement, ViewerButtonProps>(
  ({ icon: Icon, label, ...props }, ref) => (
    <button
      ref={ref}
      type="button"
      aria-label={label}
      title={label}
      className="grid size-9 shrink-0 place-items-center rounded-lg text-white hover:bg-white/15 disabled:opacity-40"
      {...props}
    >
      <Icon className="size-[1.15rem]" aria-hidden />
    </button>
  )
)

export default ViewerButton
