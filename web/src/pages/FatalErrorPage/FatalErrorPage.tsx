// Everything else may be broken when this is shown, so it uses nothing but the style sheet.
// Redwood takes the development page out of the production build.
import { DevFatalErrorPage } from '@redwoodjs/web/dist/components/DevFatalErrorPage'

import { t } from 'src/lib/language/t'

const FatalErrorPage = () => (
  <main className="grid h-full place-items-center p-6 text-center">
    <div className="max-w-sm">
      <h1 className="text-xl font-bold">
        {t('Something went wrong on this page')}
      </h1>
      <p className="mt-2 mb-5 text-ink-soft">
        {t('Your drafts are kept, and nothing was sent that you did not send.')}
      </p>
      <button
        type="button"
        onClick={() => window.location.reload()}
        className="h-10 rounded-lg bg-signal px-4 font-medium text-on-signal hover:bg-signal-strong"
      >
        {t('Load it again')}
      </button>
    </div>
  </main>
)

export default (DevFatalErrorPage as typeof FatalErrorPage | undefined) ??
  FatalErrorPage
