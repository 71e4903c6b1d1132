import Logo from 'src/components/Logo'
import { t } from 'src/lib/language/t'

/** Stands while it is asked who is there, or a page is on its way; appears only if that takes a while. */
const Splash = () => (
  <div
    className="animate-late grid h-full w-full place-items-center"
    role="status"
  >
    <Logo className="size-12 opacity-80" />
    <span className="sr-only">{t('Loading')}</span>
  </div>
)

export default Splash
