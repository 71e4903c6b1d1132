import type { ReactNode } from 'react'

import type { LucideIcon } from 'lucide-react'

interface PlaceholderProps {
  icon: LucideIcon
  title: string
  /** It is all that the page has. */
  isPage?: boolean
  children?: ReactNode
}

/** What stands where nothing is. */
const Placeholder = ({
  icon: Icon,
  title,
  isPage,
  children,
}: PlaceholderProps) => (
  <div className="m-auto flex max-w-72 flex-col items-center gap-1 p-8 text-center text-ink-soft">
    <Icon
      className="mb-3 size-8 text-ink-faint"
      strokeWidth={1.5}
      aria-hidden
    />
    {isPage ? (
      <h1 className="font-semibold text-ink">{title}</h1>
    ) : (
      <p className="font-semibold text-ink">{title}</p>
    )}
    {children}
  </div>
)

export default Placeholder
