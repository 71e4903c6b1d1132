import { Compass } from 'lucide-react'

import Placeholder from 'src/components/Placeholder'
import { useTitle } from 'src/hooks/useTitle'

/** What an address leads to that leads nowhere. */
const NothingHere = () => {
  useTitle('Not found')
  return (
    <div id="content" tabIndex={-1} className="flex h-full w-full outline-none">
      <Placeholder icon={Compass} title="There is nothing here" isPage>
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

export default NothingHere
