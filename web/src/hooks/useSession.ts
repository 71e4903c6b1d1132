import { useEffect, useRef } from 'react'

import { useAuth } from 'src/auth'
import { useOperator } from 'src/hooks/useOperator'
import { client } from 'src/lib/apollo/client'
import { session } from 'src/lib/apollo/session'

/** Keeps all tabs of a browser with who is logged in: whoever logs out in one has logged out in all. */
export function useSession() {
  const { reauthenticate } = useAuth()
  const operatorId = useOperator().operator?.id
  const known = useRef(operatorId)

  useEffect(
    () => session.onChange(() => void reauthenticate()),
    [reauthenticate]
  )

  useEffect(() => {
    if (known.current !== operatorId) {
      known.current = operatorId
      // What one person was shown is not another one's.
      client.resetStore().catch(() => {})
    }
    return operatorId ? session.begin(operatorId) : undefined
  }, [operatorId])

  // Nothing of it is kept for who comes next.
  useEffect(() => () => void client.clearStore().catch(() => {}), [])
}
