import { useState } from 'react'

import Button from 'src/components/Button'
import { useOnVisible } from 'src/hooks/useOnVisible'
import { t } from 'src/lib/language/t'

interface LoadMoreProps {
  label: string
  onLoad: () => Promise<unknown> | undefined
}

/** The end of what is loaded: fetches by itself when it comes into view, and by hand when that failed. */
const LoadMore = ({ label, onLoad }: LoadMoreProps) => {
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')

  const load = () => {
    setState('loading')
    Promise.resolve(onLoad()).then(
      () => setState('idle'),
      () => setState('failed')
    )
  }
  const ref = useOnVisible<HTMLDivElement>(() => {
    if (state === 'idle') {
      load()
    }
  })

  return (
    <div ref={ref} className="flex flex-col items-center gap-2 p-3">
      {state === 'failed' && (
        <p role="alert" className="text-sm text-danger">
          {t('That could not be loaded.')}
        </p>
      )}
      <Button look="bare" disabled={state === 'loading'} onClick={load}>
        {state === 'loading'
          ? t('Loading…')
          : state === 'failed'
            ? t('Retry')
            : label}
      </Button>
    </div>
  )
}

export default LoadMore
