import { lazy, Suspense, useState } from 'react'

import { SquarePen, X } from 'lucide-react'
import { Dialog } from 'radix-ui'

import Button from 'src/components/Button'
import IconButton from 'src/components/IconButton'
import { t } from 'src/lib/language/t'
import { phoneLibrary } from 'src/lib/phone/phoneLibrary'

const load = () =>
  import('src/components/NewConversationForm/NewConversationForm')
const NewConversationForm = lazy(load)
const GroupConversationForm = lazy(
  () => import('src/components/GroupConversationForm/GroupConversationForm')
)

/** The button, and the dialog behind it. */
const NewConversation = () => {
  const [isOpen, setIsOpen] = useState(false)
  const [isGroup, setIsGroup] = useState(false)
  const preload = () => {
    void load()
    void phoneLibrary.load()
  }

  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger asChild>
        <Button
          look="primary"
          aria-label={t('New conversation')}
          data-command="compose"
          onPointerEnter={preload}
          onFocus={preload}
          className="!px-3"
        >
          <SquarePen className="size-[1.05rem]" aria-hidden />
          {t('New')}
        </Button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-appear fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          className="animate-appear fixed top-[12vh] left-1/2 z-40 flex max-h-[80vh] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-y-auto rounded-2xl border border-line bg-raised p-5 shadow-raised max-md:top-4"
        >
          <div className="mb-3 flex items-center justify-between">
            <Dialog.Title className="text-lg font-bold">
              {t('New conversation')}
            </Dialog.Title>
            <Dialog.Close asChild>
              <IconButton icon={X} label={t('Close')} className="-mr-1.5" />
            </Dialog.Close>
          </div>
          <Suspense fallback={<div className="h-64" />}>
            {isGroup ? (
              <GroupConversationForm onStarted={() => setIsOpen(false)} />
            ) : (
              <NewConversationForm onSent={() => setIsOpen(false)} />
            )}
          </Suspense>
          <button
            type="button"
            className="mt-3 self-start text-sm text-signal underline"
            onClick={() => setIsGroup(!isGroup)}
          >
            {isGroup ? t('Write to one number') : t('Talk with several people')}
          </button>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export default NewConversation
