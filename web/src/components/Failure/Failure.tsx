import { CloudOff } from 'lucide-react'

import Button from 'src/components/Button'
import Placeholder from 'src/components/Placeholder'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'

interface FailureProps {
  what: string
  error?: Error
  onRetry?: () => void
  isRetrying?: boolean
}

/** A Cell's Failure: what is missing, why, and a way on. */
const Failure = ({ what, error, onRetry, isRetrying }: FailureProps) => (
  <div role="alert" className="flex flex-1">
    <Placeholder
      icon={CloudOff}
      title={t('{what} could not be loaded', { what })}
    >
      <p>{errorText(error)}</p>
      {onRetry && (
        <Button className="mt-4" onClick={onRetry} disabled={isRetrying}>
          {isRetrying ? t('Trying…') : t('Retry')}
        </Button>
      )}
    </Placeholder>
  </div>
)

export default Failure
