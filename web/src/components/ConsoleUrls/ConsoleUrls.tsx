import CopyField from 'src/components/CopyField'
import { t } from 'src/lib/language/t'

interface ConsoleUrlsProps {
  messageUrl: string
  callbackUrl: string
}

/** What Twilio must be told, to be pasted into its console. */
const ConsoleUrls = ({ messageUrl, callbackUrl }: ConsoleUrlsProps) => (
  <div className="flex flex-col gap-4">
    <div>
      <CopyField label={t('Inbound messages')} value={messageUrl} />
      <p className="mt-1 max-w-prose text-sm text-ink-soft">
        {t(
          'For each number: “A message comes in”, Webhook, HTTP POST. With a Messaging Service: Integration, “Send a webhook”.'
        )}
      </p>
    </div>
    <div>
      <CopyField label={t('Status callbacks')} value={callbackUrl} />
      <p className="mt-1 max-w-prose text-sm text-ink-soft">
        {t(
          'Nothing needs to be entered: every message that is sent names this address itself. Twilio must be able to reach it.'
        )}
      </p>
    </div>
  </div>
)

export default ConsoleUrls
