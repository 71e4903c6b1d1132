import { t } from 'src/lib/language/t'
import type { Segments } from 'src/lib/segments/readSegments'

/** Which character makes a text cost more than it need; nothing where none does. */
const EncodingNote = ({ segments }: { segments: Segments | undefined }) => {
  const { count = 0, forcing } = segments ?? {}
  const costsMore = forcing && forcing.countWithout < count
  return (
    <span role="status" className="text-[0.8125rem] text-caution">
      {costsMore &&
        t('The “{character}” makes this {count} texts instead of {less}.', {
          character: forcing.character,
          count,
          less: forcing.countWithout,
        })}
    </span>
  )
}

export default EncodingNote
