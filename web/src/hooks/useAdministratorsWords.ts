import { useEffect, useState } from 'react'

import { language } from 'src/lib/language/language'

/** Fetches what administrators' pages say in the language that was chosen. False until it is there, or can't be had. */
export function useAdministratorsWords(): boolean {
  const [isDone, setIsDone] = useState(language.isForAdministrators)
  useEffect(() => {
    let isShown = true
    void language.completeForAdministrators().then(() => {
      if (isShown) {
        setIsDone(true)
      }
    })
    return () => {
      isShown = false
    }
  }, [])
  return isDone
}
