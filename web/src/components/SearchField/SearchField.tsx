import { useEffect, useRef, useState } from 'react'

import { Search, X } from 'lucide-react'

import { navigate } from '@redwoodjs/router'

import { usePlace } from 'src/hooks/usePlace'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'

const PAUSE_MS = 250

/** Searches messages, names and numbers; what is searched for stands in the address as `?q=`. */
const SearchField = () => {
  const place = usePlace()
  const { q = '' } = place
  const [text, setText] = useState(q)
  const latest = useRef(place)
  const written = useRef(q)

  useEffect(() => {
    latest.current = place
    // The address was changed by a link or by Back, not by what is typed here.
    if (q !== written.current) {
      written.current = q
      setText(q)
    }
  }, [place, q])

  useEffect(() => {
    const wanted = text.trim()
    if (wanted === written.current) {
      return
    }
    const timer = setTimeout(() => {
      written.current = wanted
      const { q: before, ...others } = latest.current
      // A search that begins is a place of its own, to which Back leads; each further letter is not.
      navigate(inboxPath({ ...others, q: wanted }), {
        replace: before !== undefined && wanted !== '',
      })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])

  return (
    <div role="search" className="relative min-w-0 flex-1">
      <Search
        className="pointer-events-none absolute top-2.5 left-3 size-4 text-ink-faint"
        aria-hidden
      />
      <input
        type="search"
        data-command="search"
        aria-label={t('Search messages, names and numbers')}
        placeholder={t('Search')}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setText('')}
        className="h-9 w-full rounded-lg border border-transparent bg-hover pr-9 pl-9 placeholder:text-ink-faint focus:border-signal focus:bg-surface focus:outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      {text && (
        <button
          type="button"
          aria-label={t('Clear the search')}
          onClick={() => setText('')}
          className="absolute top-1 right-1 grid size-7 place-items-center rounded-md text-ink-soft hover:text-ink"
        >
          <X className="size-4" aria-hidden />
        </button>
      )}
    </div>
  )
}

export default SearchField
