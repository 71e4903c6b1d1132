import ChannelRates from 'src/components/ChannelRates'
import ErrorTable from 'src/components/ErrorTable'
import HourGrid from 'src/components/HourGrid'
import KeyFigures from 'src/components/KeyFigures'
import ResponseChart from 'src/components/ResponseChart'
import Section from 'src/components/Section'
import VolumeChart from 'src/components/VolumeChart'
import type { AnalyticsFigures } from 'src/lib/analytics/figures'
import { t } from 'src/lib/language/t'
import { dayAndTime } from 'src/lib/time/time'
import { timeZone } from 'src/lib/time/zone'

const Analytics = ({ analytics }: { analytics: AnalyticsFigures }) => (
  <div className="flex flex-col gap-7">
    <div className="flex flex-col gap-3">
      <KeyFigures {...analytics} />
      <p className="text-sm text-ink-soft">
        {analytics.countedUntil
          ? t('Counted until {time}, and brought up to date every minute.', {
              time: dayAndTime(analytics.countedUntil),
            })
          : t(
              'Nothing is counted yet. The figures are brought up to date every minute.'
            )}
      </p>
    </div>
    <Section
      title={t('Sent, delivered, failed')}
      about={t(
        'By the day on which they were due, as they stand now: a report that comes late still counts for its message.'
      )}
    >
      <VolumeChart days={analytics.days} />
    </Section>
    <Section
      title={t('Delivery by channel')}
      about={t(
        'Of those whose end is known. Some carriers, and chats, never say.'
      )}
    >
      <ChannelRates channels={analytics.channels} />
    </Section>
    <Section title={t('Why messages failed')}>
      <ErrorTable errors={analytics.errors} />
    </Section>
    <Section
      title={t('First response')}
      about={t(
        'From what a contact writes first to the first answer of a person, by the day of the answer. Automatic replies are none, and what was archived unanswered waits no longer.'
      )}
    >
      <ResponseChart days={analytics.days} responses={analytics.responses} />
    </Section>
    <Section
      title={t('The week by the hour')}
      about={t('In the time zone {zone}.', {
        zone: timeZone().replace(/_/g, ' '),
      })}
    >
      <HourGrid hours={analytics.hours} />
    </Section>
  </div>
)

export default Analytics
