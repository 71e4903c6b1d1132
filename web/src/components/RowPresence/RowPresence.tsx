import PresenceFaces from 'src/components/PresenceFaces'
import { usePeople } from 'src/hooks/usePeople'
import { describePeople } from 'src/lib/presence/describePeople'

/** The colleagues who have the conversation of this row open. */
const RowPresence = ({ conversationId }: { conversationId: string }) => {
  const people = usePeople(conversationId)
  const text = describePeople(people)
  return people.length === 0 ? null : (
    <span title={text} className="self-center">
      <PresenceFaces people={people} size="size-4 text-[0.5rem]" />
      <span className="sr-only">{text}</span>
    </span>
  )
}

export default RowPresence
