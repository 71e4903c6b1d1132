import { useCallback, useRef, useState } from 'react'

import { errorText, isUnanswered } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'

/**
 * Sends one thing at a time.
 *
 * `send` resolves with what was sent once the server has it, and with null when it did not take it or did not answer;
 * `problem` then says which. A second call while the first is under way does nothing: a held Enter, a double click and an
 * impatient finger are one wish.
 */
export function useSendOnce<Variables, Sent>(
  mutate: (variables: Variables) => Promise<Sent | null | undefined>
) {
  const isUnderWay = useRef(false)
  const [isSending, setIsSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const send = useCallback(
    async (variables: Variables): Promise<Sent | null> => {
      if (isUnderWay.current) {
        return null
      }
      isUnderWay.current = true
      setIsSending(true)
      setProblem(null)
      try {
        return (await mutate(variables)) ?? null
      } catch (error) {
        setProblem(
          isUnanswered(error)
            ? t(
                '{error} Your text is kept, and sending it again will not send it twice.',
                { error: errorText(error) }
              )
            : errorText(error)
        )
        return null
      } finally {
        isUnderWay.current = false
        setIsSending(false)
      }
    },
    [mutate]
  )

  const clearProblem = useCallback(() => setProblem(null), [])

  return { send, isSending, problem, clearProblem }
}
