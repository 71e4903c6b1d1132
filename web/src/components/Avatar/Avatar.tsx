import { UserRound } from 'lucide-react'

import { initials } from 'src/lib/contactName'
import { cx } from 'src/lib/cx'

interface AvatarProps {
  id: string
  name?: string | null
  className?: string
}

/** A hue that stays the same for a contact; ids end in random characters. */
const hueOf = (id: string) =>
  [...id.slice(-6)].reduce((sum, char) => sum * 7 + char.charCodeAt(0), 0) % 360

const Avatar = ({ id, name, className = 'size-10 text-sm' }: AvatarProps) => {
  const letters = initials(name)
  return (
    <span
      aria-hidden
      style={{ '--hue': hueOf(id) } as React.CSSProperties}
      className={cx(
        'avatar grid shrink-0 place-items-center rounded-full font-semibold select-none',
        className
      )}
    >
      {letters || <UserRound className="size-1/2" strokeWidth={1.75} />}
    </span>
  )
}

export default Avatar
