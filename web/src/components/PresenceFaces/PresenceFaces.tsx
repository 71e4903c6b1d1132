import Avatar from 'src/components/Avatar'
import { cx } from 'src/lib/cx'
import type { Person } from 'src/lib/presence/people'
import { userName } from 'src/lib/userName'

const MOST_FACES = 3

/** The faces of who is somewhere; a ring is around who types. */
const PresenceFaces = ({
  people,
  size,
}: {
  people: readonly Person[]
  size: string
}) => (
  <span className="flex shrink-0 -space-x-1">
    {people.slice(0, MOST_FACES).map(({ user, isTyping }) => (
      <span
        key={user.id}
        className={cx(
          'rounded-full ring-2',
          isTyping ? 'ring-signal' : 'ring-surface'
        )}
      >
        <Avatar id={user.id} name={userName(user)} className={size} />
      </span>
    ))}
  </span>
)

export default PresenceFaces
