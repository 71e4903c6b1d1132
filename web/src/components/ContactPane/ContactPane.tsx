import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'

import ContactCell from 'src/components/ContactCell'
import IconButton from 'src/components/IconButton'
import { useContactPane } from 'src/hooks/useContactPane'
import { t } from 'src/lib/language/t'

/** Who one writes with: beside the thread where there is room, over it where there is none. */
const ContactPane = ({ id }: { id: string }) => {
  const { isOpen, isWide, toggle } = useContactPane()

  if (isWide) {
    return isOpen ? (
      <aside
        id="contact-pane"
        aria-label={t('Contact')}
        className="w-72 shrink-0 overflow-y-auto border-l border-line bg-canvas 2xl:w-80"
      >
        <ContactCell id={id} />
      </aside>
    ) : null
  }
  return (
    <Dialog.Root open={isOpen} onOpenChange={toggle}>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-appear fixed inset-0 z-30 bg-black/30 max-md:hidden" />
        <Dialog.Content
          id="contact-pane"
          aria-describedby={undefined}
          // Else the first button takes the focus, and its tooltip lies over what one came to read.
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            ;(event.currentTarget as HTMLElement | null)?.focus()
          }}
          className="animate-appear fixed inset-y-0 right-0 z-30 w-80 overflow-y-auto bg-canvas shadow-raised outline-none max-md:w-full"
        >
          <Dialog.Title className="sr-only">{t('Contact')}</Dialog.Title>
          <Dialog.Close asChild>
            <IconButton
              icon={X}
              label={t('Close contact')}
              className="absolute top-3 right-3"
            />
          </Dialog.Close>
          <ContactCell id={id} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export default ContactPane
