import type { WebhookHealthQuery } from 'types/graphql'

import ConsoleUrls from 'src/components/ConsoleUrls'
import MinuteChart from 'src/components/MinuteChart'
import MinuteTable from 'src/components/MinuteTable'
import ReconcilerRuns from 'src/components/ReconcilerRuns'
import Section from 'src/components/Section'
import TroubleList from 'src/components/TroubleList'
import WebhookRefusals from 'src/components/WebhookRefusals'
import WebhookSummary from 'src/components/WebhookSummary'
import { t } from 'src/lib/language/t'

/** How Twilio's webhooks fare: whether they come, which were turned away and why, and what is still open. */
const WebhookHealth = ({
  health,
}: {
  health: WebhookHealthQuery['webhookHealth']
}) => (
  <div className="flex flex-col gap-7">
    <WebhookSummary health={health} />
    <Section
      title={t('Status callbacks per minute')}
      about={t(
        'The last hour. Red stands for webhooks of any kind that were refused, or left for Twilio to send again.'
      )}
    >
      <MinuteChart minutes={health.minutes} />
      <MinuteTable minutes={health.minutes} />
    </Section>
    <Section
      title={t('Refused webhooks')}
      about={t(
        'Turned away before they were read. Each line is the latest of its kind.'
      )}
    >
      <WebhookRefusals refusals={health.refusals} />
    </Section>
    <Section title={t('Open questions')}>
      <TroubleList health={health} />
    </Section>
    <Section
      title={t('Asked at Twilio')}
      about={t(
        'What the reconciler asked Twilio because we were not told, the last runs.'
      )}
    >
      <ReconcilerRuns runs={health.reconciliations} />
    </Section>
    <Section
      title={t('Addresses for the Twilio console')}
      about={t(
        'Twilio signs the address that it calls, so it must be these to the letter.'
      )}
    >
      <ConsoleUrls
        messageUrl={health.messageUrl}
        callbackUrl={health.callbackUrl}
      />
    </Section>
  </div>
)

export default WebhookHealth
