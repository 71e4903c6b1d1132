import Hint from 'src/components/Hint'
import PresenceFaces from 'src/components/PresenceFaces'
import { useAnnouncePeople } from 'src/hooks/useAnnouncePeople'
import { usePeople } from 'src/hooks/usePeople'
import { useWhereabouts } from 'src/hooks/useWhereabouts'
import { describePeople } from 'src/lib/presence/describePeople'

/** The colleagues in the open conversation; and tells them that one is there oneself. */
const PresenceLine = ({ conversationId }: { conversationId: string }) => {
  const people = usePeople(conversationId)
  useWhereabouts(conversationId)
  useAnnouncePeople(people)
  const text = describePeople(people)

  return people.length === 0 ? null : (
    <Hint text={text}>
      <p className="flex min-w-0 shrink-0 items-center gap-2 text-[0.8125rem] text-ink-soft">
        <PresenceFaces people={people} size="size-6 text-[0.625rem]" />
        <span className="max-w-40 truncate max-2xl:sr-only">{text}</span>
      </p>
    </Hint>
  )
}

export default PresenceLine
