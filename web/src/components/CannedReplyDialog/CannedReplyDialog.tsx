import { useState } from 'react'

import { Pencil, Plus, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { CannedReplyFields } from 'types/graphql'

import Button from 'src/components/Button'
import CannedReplyForm from 'src/components/CannedReplyForm'
import IconButton from 'src/components/IconButton'
import { t } from 'src/lib/language/t'

/** The button that opens a canned reply, or without one a new one, and the dialog behind it. */
const CannedReplyDialog = ({ reply }: { reply?: CannedReplyFields }) => {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger asChild>
        {reply ? (
          <IconButton
            icon={Pencil}
            label={t('Edit /{shortcut}', { shortcut: reply.shortcut })}
          />
        ) : (
          <Button look="primary" aria-label={t('New canned reply')}>
            <Plus className="size-[1.05rem]" aria-hidden />
            {t('New')}
          </Button>
        )}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-appear fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          // A click beside it would take what was written with it.
          onInteractOutside={(event) => event.preventDefault()}
          className="animate-appear fixed top-[12vh] left-1/2 z-40 flex max-h-[80vh] w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-y-auto rounded-2xl border border-line bg-raised p-5 shadow-raised max-md:top-4"
        >
          <div className="mb-3 flex items-center justify-between">
            <Dialog.Title className="text-lg font-bold">
              {reply ? t('Edit canned reply') : t('New canned reply')}
            </Dialog.Title>
            <Dialog.Close asChild>
              <IconButton icon={X} label={t('Close')} className="-mr-1.5" />
            </Dialog.Close>
          </div>
          <CannedReplyForm reply={reply} onDone={() => setIsOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export default CannedReplyDialog
