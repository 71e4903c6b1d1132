import type { ConversationFields } from 'types/graphql'

import Button from 'src/components/Button'
import ConsentForm from 'src/components/ConsentForm'
import FormDialog from 'src/components/FormDialog'
import List from 'src/components/List'
import { useConsent } from 'src/hooks/useConsent'
import { useOperator } from 'src/hooks/useOperator'
import { describeConsent } from 'src/lib/consent/describeConsent'
import { t } from 'src/lib/language/t'
import { dayAndTime, exactTime } from 'src/lib/time/time'

/** Whether the contact may be written to, how that came to be, and the button that changes it. */
const ConsentLedger = ({
  conversation: { id, optedOutAt },
}: {
  conversation: ConversationFields
}) => {
  const { canWrite } = useOperator()
  const entries = [...useConsent(id)].reverse()
  const allow = !!optedOutAt
  const label = allow ? t('Allow messages…') : t('Opt out…')

  return (
    <section
      aria-label={t('Consent')}
      className="flex flex-col gap-3 border-t border-line pt-5"
    >
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold">
          {allow ? t('Opted out') : t('May be written to')}
        </h3>
        {canWrite && (
          <FormDialog
            title={allow ? t('Allow messages') : t('Opt out')}
            trigger={
              <Button look="bare" className="-mr-2 !h-8 !px-2 text-sm">
                {label}
              </Button>
            }
          >
            {(close) => (
              <ConsentForm conversationId={id} allowed={allow} onDone={close} />
            )}
          </FormDialog>
        )}
      </div>
      {entries.length > 0 && (
        <List className="flex flex-col gap-2 text-sm text-ink-soft">
          {entries.map((entry) => (
            <li key={entry.id} className="wrap-anywhere">
              {describeConsent(entry)}
              <time
                dateTime={entry.at}
                title={exactTime(entry.at)}
                className="block text-ink-faint"
              >
                {dayAndTime(entry.at)}
              </time>
              {entry.note && <p dir="auto">{entry.note}</p>}
            </li>
          ))}
        </List>
      )}
    </section>
  )
}

export default ConsentLedger
