import { useEffect, useRef, useState } from 'react'

import { Search, X } from 'lucide-react'

import { navigate } from '@redwoodjs/router'

import { usePlace } from 'src/hooks/usePlace'
import { inboxPath } from 'src/lib/folders/inboxPath'

const PAUSE_MS = 250

/** Searches by name or number; what is searched for stands in the address as `?q=`. */
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
      navigate(inboxPath({ ...latest.current, q: wanted }), { replace: true })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])

  return (
    <div role="search" className="relative">
      <Search
        className="pointer-events-none absolute top-2.5 left-3 size-4 text-ink-faint"
        aria-hidden
      />
      <input
        type="search"
        aria-label="Search by name or number"
        placeholder="Name or number"
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setText('')}
        className="h-9 w-full rounded-lg border border-transparent bg-hover pr-9 pl-9 placeholder:text-ink-faint focus:border-signal focus:bg-surface focus:outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      {text && (
        <button
          type="button"
          aria-label="Clear the search"
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
