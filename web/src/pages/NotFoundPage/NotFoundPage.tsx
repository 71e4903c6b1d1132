import { Compass } from 'lucide-react'

import Placeholder from 'src/components/Placeholder'
import { useTitle } from 'src/hooks/useTitle'

const NotFoundPage = () => {
  useTitle('Not found')
  return (
    <div className="flex h-full w-full">
      <Placeholder icon={Compass} title="There is nothing here">
        <p>
          The link may be old or cut short.{' '}
          <a href="/" className="text-signal underline">
            To the inbox
          </a>
        </p>
      </Placeholder>
    </div>
  )
}

export default NotFoundPage
