import Button from 'src/components/Button'
import CopyField from 'src/components/CopyField'
import { t } from 'src/lib/language/t'

interface WebhookSecretProps {
  secret: string
  onDone: () => void
}

/** A secret, which nobody is shown a second time. */
const WebhookSecret = ({ secret, onDone }: WebhookSecretProps) => (
  <div className="flex flex-col gap-4">
    <p>
      {t(
        'With this secret the receiver checks that an event comes from here. Copy it now: it is not shown again.'
      )}
    </p>
    <CopyField label={t('Signing secret')} value={secret} />
    <p className="text-sm text-ink-soft">
      {t(
        'Events are signed by this standard, for which every language has a library:'
      )}{' '}
      <a
        href="https://www.standardwebhooks.com"
        target="_blank"
        rel="noreferrer"
        className="text-signal underline"
      >
        {t('Standard Webhooks')}
      </a>
    </p>
    <Button look="primary" className="self-end" onClick={onDone}>
      {t('I have it')}
    </Button>
  </div>
)

export default WebhookSecret
