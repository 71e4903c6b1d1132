import { t } from 'src/lib/language/t'
import { urlDifference } from 'src/lib/webhooks/urlDifference'
import type { Parts } from 'src/lib/webhooks/urlDifference'

const Url = ({ label, parts }: { label: string; parts: Parts }) => (
  <div className="flex-1 basis-72 rounded-lg border border-line bg-raised px-3 py-2">
    <dt className="text-sm text-ink-soft">{label}</dt>
    <dd className="font-mono text-[0.8125rem] wrap-anywhere">
      {parts.before}
      <mark className="rounded-xs bg-caution-soft font-semibold text-caution">
        {parts.differs}
      </mark>
      {parts.after}
    </dd>
  </div>
)

/** The address that we expect beside the one that Twilio has; what differs is marked. */
const UrlComparison = ({
  expected,
  signed,
  signedLabel = t('Signed by Twilio'),
}: {
  expected: string
  signed: string
  /** What the other address is. */
  signedLabel?: string
}) => {
  const [ours, theirs] = urlDifference(expected, signed)
  return (
    <dl className="mt-2 flex flex-wrap gap-2">
      <Url label={t('Expected')} parts={ours} />
      <Url label={signedLabel} parts={theirs} />
    </dl>
  )
}

export default UrlComparison
