import Logo from 'src/components/Logo'
import { t } from 'src/lib/language/t'

const NothingOpen = () => (
  <div className="m-auto flex flex-col items-center gap-4 p-8 text-center text-ink-soft">
    <Logo className="size-14 opacity-90" />
    <p>{t('Choose a conversation, or start a new one.')}</p>
  </div>
)

export default NothingOpen
