import { X } from 'lucide-react'

import { Link } from '@redwoodjs/router'

import { useFilterNames } from 'src/hooks/useFilterNames'
import { usePlace } from 'src/hooks/usePlace'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'

/** What the list is narrowed to; each can be taken away. */
const FilterChips = () => {
  const place = usePlace()
  const names = useFilterNames()
  if (names.length === 0) {
    return null
  }
  return (
    <ul aria-label={t('Filters')} className="flex flex-wrap gap-1.5">
      {names.map(({ key, name }) => (
        <li key={key} className="flex max-w-full min-w-0">
          <Link
            to={inboxPath({ ...place, [key]: undefined })}
            aria-label={t('Remove the filter {name}', { name: name ?? '' })}
            className="flex max-w-full min-w-0 items-center gap-1 rounded-full bg-signal-soft py-0.5 pr-1.5 pl-2.5 text-sm text-ink hover:bg-hover"
          >
            <bdi className="truncate">{name ?? '…'}</bdi>
            <X className="size-3.5 shrink-0 text-ink-soft" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  )
}

export default FilterChips
