import { useEffect, useState } from 'react'

import { announcer } from 'src/lib/announcer'

/** The page's one polite live region. */
const Announcer = () => {
  const [text, setText] = useState('')
  useEffect(
    () =>
      announcer.subscribe((next) =>
        // The same words twice are no change, and nobody would hear them.
        setText((last) => (last === next ? `${next}\u00a0` : next))
      ),
    []
  )
  return (
    <div aria-live="polite" className="sr-only">
      {text}
    </div>
  )
}

export default Announcer
