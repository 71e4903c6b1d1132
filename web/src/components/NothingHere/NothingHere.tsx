import { Compass } from 'lucide-react'

import Placeholder from 'src/components/Placeholder'
import { useTitle } from 'src/hooks/useTitle'
import { t } from 'src/lib/language/t'

/** What an address leads to that leads nowhere. */
const NothingHere = () => {
  useTitle(t('Not found'))
  return (
    <div id="content" tabIndex={-1} className="flex h-full w-full outline-none">
      <Placeholder icon={Compass} title={t('There is nothing here')} isPage>
        <p>
          {t('The link may be old or cut short.')}{' '}
          <a href="/" className="text-signal underline">
            {t('To the inbox')}
          </a>
        </p>
      </Placeholder>
    </div>
  )
}

export default NothingHere
