import { useState } from 'react'
import type { ReactElement, ReactNode } from 'react'

import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'

import IconButton from 'src/components/IconButton'
import { t } from 'src/lib/language/t'

interface FormDialogProps {
  title: string
  /** The button that opens it. */
  trigger: ReactElement
  children: (close: () => void) => ReactNode
}

/** A button, and the dialog with a form behind it. */
const FormDialog = ({ title, trigger, children }: FormDialogProps) => {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-appear fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          // A click beside it would take what was written with it.
          onInteractOutside={(event) => event.preventDefault()}
          className="animate-appear fixed top-[8vh] left-1/2 z-40 flex max-h-[84vh] w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-y-auto rounded-2xl border border-line bg-raised p-5 shadow-raised max-md:top-4"
        >
          <div className="mb-3 flex items-center justify-between">
            <Dialog.Title className="text-lg font-bold">{title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton icon={X} label={t('Close')} className="-mr-1.5" />
            </Dialog.Close>
          </div>
          {children(() => setIsOpen(false))}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export default FormDialog
