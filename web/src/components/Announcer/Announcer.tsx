import { useEffect, useState } from 'react'

import { announcer } from 'src/lib/announcer'

/** The page's one polite live region. */
const Announcer = () => {
  const [text, setText] = useState('')
  useEffect(() => announcer.subscribe(setText), [])
  return (
    <div aria-live="polite" className="sr-only">
      {text}
    </div>
  )
}

export default Announcer
