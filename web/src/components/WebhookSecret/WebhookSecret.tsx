import Button from 'src/components/Button'
import CopyField from 'src/components/CopyField'

interface WebhookSecretProps {
  secret: string
  onDone: () => void
}

/** A secret, which nobody is shown a second time. */
const WebhookSecret = ({ secret, onDone }: WebhookSecretProps) => (
  <div className="flex flex-col gap-4">
    <p>
      With this secret the receiver checks that an event comes from here. Copy
      it now: it is not shown again.
    </p>
    <CopyField label="Signing secret" value={secret} />
    <p className="text-sm text-ink-soft">
      Events are signed as{' '}
      <a
        href="https://www.standardwebhooks.com"
        target="_blank"
        rel="noreferrer"
        className="text-signal underline"
      >
        Standard Webhooks
      </a>{' '}
      says, for which every language has a library.
    </p>
    <Button look="primary" className="self-end" onClick={onDone}>
      I have it
    </Button>
  </div>
)

export default WebhookSecret
