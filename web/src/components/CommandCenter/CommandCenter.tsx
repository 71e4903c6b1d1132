import { useEffect, useSyncExternalStore } from 'react'

import { useKeyboard } from 'src/hooks/useKeyboard'
import { useLibrary } from 'src/hooks/useLibrary'
import { commandCenter } from 'src/lib/commands/commandCenter'
import { overlayLibrary } from 'src/lib/commands/overlayLibrary'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'

const close = () => commandCenter.set(null)

/** Hears the keys, and shows the palette or the list of keys over the page. */
const CommandCenter = () => {
  const open = useSyncExternalStore(commandCenter.subscribe, commandCenter.get)
  const { library, hasFailed } = useLibrary(overlayLibrary, open !== null)
  useKeyboard()

  useEffect(() => {
    if (open && hasFailed) {
      close()
      noticeBoard.post(t('The commands could not be loaded.'))
    }
  }, [open, hasFailed])

  if (!library || !open) {
    return null
  }
  return open === 'help' ? (
    <library.KeyHelp onClose={close} />
  ) : (
    <library.Palette onClose={close} />
  )
}

export default CommandCenter
