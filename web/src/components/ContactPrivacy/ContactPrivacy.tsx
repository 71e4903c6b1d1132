import { Download, UserRoundX } from 'lucide-react'

import Button, { buttonLook } from 'src/components/Button'
import EraseForm from 'src/components/EraseForm'
import FormDialog from 'src/components/FormDialog'
import { useOperator } from 'src/hooks/useOperator'
import { t } from 'src/lib/language/t'
import { exactTime } from 'src/lib/time/time'

interface ContactPrivacyProps {
  contact: { id: string; address: string; erasedAt?: string | null }
  /** A conversation of several is no person. */
  isGroup: boolean
}

/** What somebody may ask of us: all that is kept of them, and that none of it is. For administrators. */
const ContactPrivacy = ({ contact, isGroup }: ContactPrivacyProps) => {
  const { isAdmin } = useOperator()
  if (contact.erasedAt) {
    return (
      <p className="border-t border-line pt-5 text-ink-soft">
        {t('Erased {time}. Its messages stay, without what was in them.', {
          time: exactTime(contact.erasedAt),
        })}
      </p>
    )
  }
  if (!isAdmin) {
    return null
  }
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-5">
      <h3 className="font-semibold">{t('Privacy')}</h3>
      <div className="flex flex-wrap gap-2">
        <a
          href={`${window.RWJS_API_URL}/contacts/${contact.id}.zip`}
          download
          className={buttonLook('quiet')}
        >
          <Download className="size-4 text-ink-soft" aria-hidden />
          {t('Export all of it')}
        </a>
        {!isGroup && (
          <FormDialog
            title={t('Erase this contact')}
            trigger={
              <Button look="quiet">
                <UserRoundX className="size-4 text-danger" aria-hidden />
                {t('Erase …')}
              </Button>
            }
          >
            {(close) => <EraseForm contact={contact} onDone={close} />}
          </FormDialog>
        )}
      </div>
    </section>
  )
}

export default ContactPrivacy
