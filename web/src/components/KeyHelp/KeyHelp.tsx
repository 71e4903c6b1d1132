import { useRef } from 'react'

import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'

import { Link, routes } from '@redwoodjs/router'

import IconButton from 'src/components/IconButton'
import Keys from 'src/components/Keys'
import { useReturnFocus } from 'src/hooks/useReturnFocus'
import { useSettings } from 'src/hooks/useSettings'
import { COMMAND_GROUPS, COMMANDS } from 'src/lib/commands/commands'
import { t } from 'src/lib/language/t'

/** All keys, and what they do. */
const KeyHelp = ({ onClose }: { onClose: () => void }) => {
  const { keyboardShortcuts } = useSettings()
  const content = useRef<HTMLDivElement>(null)
  const returnFocus = useReturnFocus()
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-appear fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          // It scrolls by the keys as a whole, so that nothing within needs a ring around all of it.
          ref={content}
          aria-describedby="key-help-note"
          // Else the button to close it has the focus, and Escape closes its tooltip first.
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            content.current?.focus()
          }}
          onCloseAutoFocus={returnFocus}
          className="animate-appear fixed top-[8vh] left-1/2 z-40 flex max-h-[84vh] w-[min(44rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-y-auto rounded-2xl border border-line bg-raised shadow-raised outline-none max-md:top-4"
        >
          <div className="sticky top-0 flex items-center justify-between rounded-t-2xl bg-raised px-5 pt-4 pb-1">
            <Dialog.Title className="text-lg font-bold">
              {t('Keyboard')}
            </Dialog.Title>
            <Dialog.Close asChild>
              <IconButton icon={X} label={t('Close')} className="-mr-1.5" />
            </Dialog.Close>
          </div>
          <p id="key-help-note" className="px-5 text-ink-soft">
            {keyboardShortcuts
              ? t(
                  'Single keys work while no text is being written; Esc leaves one.'
                )
              : t('Single keys are turned off.')}{' '}
            <Link
              to={routes.settings()}
              onClick={onClose}
              className="text-signal underline"
            >
              {t('Settings')}
            </Link>
          </p>
          <div className="px-5 pt-2 pb-5">
            <div className="md:columns-2 md:gap-8">
              {COMMAND_GROUPS.map((group) => (
                <section key={group} className="mb-4 break-inside-avoid">
                  <h3 className="mb-1 font-semibold">{t(group)}</h3>
                  <dl>
                    {COMMANDS.filter((each) => each.group === group).map(
                      ({ id, label, keys: pressed }) => (
                        <div
                          key={id}
                          className="flex items-center justify-between gap-3 border-t border-line py-1"
                        >
                          <dt className="text-ink-soft">{label}</dt>
                          <dd>
                            <Keys keys={pressed} />
                          </dd>
                        </div>
                      )
                    )}
                  </dl>
                </section>
              ))}
            </div>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export default KeyHelp
