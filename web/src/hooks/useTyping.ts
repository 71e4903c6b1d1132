import { useEffect, useRef } from 'react'

import { teller } from 'src/lib/presence/presence'

/** Lets the others know that one types here; a draft that was there before is not typed now. */
export function useTyping(body: string) {
  const known = useRef(body)
  useEffect(() => {
    if (known.current !== body) {
      known.current = body
      teller.type(body !== '')
    }
  }, [body])
}
