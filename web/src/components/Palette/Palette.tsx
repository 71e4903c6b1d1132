import { useRef, useState } from 'react'

import { Command } from 'cmdk'
import { Dialog } from 'radix-ui'

import { navigate } from '@redwoodjs/router'

import ChannelIcon from 'src/components/ChannelIcon'
import Keys from 'src/components/Keys'
import { useConversationSearch } from 'src/hooks/useConversationSearch'
import { usePaletteCommands } from 'src/hooks/usePaletteCommands'
import { useReturnFocus } from 'src/hooks/useReturnFocus'
import { COMMAND_GROUPS } from 'src/lib/commands/commands'
import { contactName } from 'src/lib/contactName'
import { folderOf } from 'src/lib/folders/folderOf'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'
import { formatAddress } from 'src/lib/phone/formatAddress'
import { rankByName } from 'src/lib/rankByName'

const GROUP =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-[0.8125rem] [&_[cmdk-group-heading]]:text-ink-soft'

const ITEM =
  'flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 py-1 aria-selected:bg-hover'

/** All that can be done and gone to, and all conversations, behind one field. */
const Palette = ({ onClose }: { onClose: () => void }) => {
  const [typed, setTyped] = useState('')
  const chosen = useRef<(() => void) | null>(null)
  const returnFocus = useReturnFocus()
  const commands = usePaletteCommands()
  const found = rankByName(commands, typed)
  const { conversations, isSearching, error } = useConversationSearch(typed)

  const choose = (run: () => void) => {
    chosen.current = run
    onClose()
  }

  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-appear fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          // First the focus goes back to where it was, and then the command takes it where it leads.
          onCloseAutoFocus={(event) => {
            returnFocus(event)
            chosen.current?.()
          }}
          className="animate-appear fixed top-[12vh] left-1/2 z-40 w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-2xl border border-line bg-raised shadow-raised outline-none max-md:top-4"
        >
          <Dialog.Title className="sr-only">
            {t('Find a command or a conversation')}
          </Dialog.Title>
          <Command label={t('Commands')} shouldFilter={false} loop>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              maxLength={100}
              placeholder={t('Do, go to, or find a conversation…')}
              className="h-12 w-full border-b border-line bg-transparent px-4 placeholder:text-ink-faint focus:outline-none"
            />
            <Command.List
              label={t('Commands')}
              className="max-h-[min(26rem,60dvh)] overflow-y-auto overscroll-contain p-1.5"
            >
              {COMMAND_GROUPS.filter((group) =>
                found.some((each) => each.group === group)
              ).map((group) => (
                <Command.Group key={group} heading={t(group)} className={GROUP}>
                  {found
                    .filter((each) => each.group === group)
                    .map(({ id, name, keys, run }) => (
                      <Command.Item
                        key={id}
                        value={id}
                        onSelect={() => choose(run)}
                        className={ITEM}
                      >
                        <span className="min-w-0 flex-1 truncate">{name}</span>
                        {keys && <Keys keys={keys} />}
                      </Command.Item>
                    ))}
                </Command.Group>
              ))}
              {conversations.length > 0 && (
                <Command.Group heading={t('Conversations')} className={GROUP}>
                  {conversations.map(({ id, contact, channel, status }) => (
                    <Command.Item
                      key={id}
                      value={id}
                      onSelect={() =>
                        choose(() =>
                          navigate(
                            inboxPath({
                              folder: folderOf({ status }),
                              conversationId: id,
                            })
                          )
                        )
                      }
                      className={ITEM}
                    >
                      <ChannelIcon channel={channel} />
                      <bdi className="min-w-0 flex-1 truncate">
                        {contactName(contact)}
                      </bdi>
                      {contact.name && (
                        <span className="shrink-0 text-sm text-ink-soft tabular-nums">
                          {formatAddress(contact.address)}
                        </span>
                      )}
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
            </Command.List>
            <p
              role="status"
              className="px-4 pb-3 text-sm text-ink-soft empty:hidden"
            >
              {isSearching && t('Searching conversations…')}
              {!isSearching &&
                error &&
                t('Conversations could not be searched.')}
              {!isSearching &&
                !error &&
                found.length + conversations.length === 0 &&
                t('Nothing found.')}
            </p>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export default Palette
