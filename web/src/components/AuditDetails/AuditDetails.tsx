import type { ReactNode } from 'react'

import type { AuditEntryFields } from 'types/graphql'

import { groupWords, outcomeWords } from 'src/lib/audit/words'
import { t } from 'src/lib/language/t'
import { exactTime } from 'src/lib/time/time'

const Detail = ({ label, children }: { label: string; children: ReactNode }) =>
  children ? (
    <div className="min-w-0">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  ) : null

const Code = ({ children }: { children: ReactNode }) => (
  <span className="font-mono text-[0.8125rem]">{children}</span>
)

const joined = (...parts: (string | null | undefined)[]) =>
  parts.filter(Boolean).join(' · ')

/** All that an entry of the audit log says. */
const AuditDetails = ({ entry }: { entry: AuditEntryFields }) => {
  const { actor, subject, changes } = entry
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(16rem,100%),1fr))] gap-x-6 gap-y-3 rounded-lg bg-canvas px-4 py-3 text-sm">
      <Detail label={t('When')}>{exactTime(entry.at)}</Detail>
      <Detail label={t('Who')}>
        {joined(actor.name, actor.email)}
        {actor.id && (
          <span className="block">
            <Code>{actor.id}</Code>
          </span>
        )}
      </Detail>
      <Detail label={t('What')}>
        <Code>{joined(entry.action, groupWords(entry.group))}</Code>
      </Detail>
      <Detail label={t('Outcome')}>
        {joined(outcomeWords(entry.outcome), entry.code)}
        {!entry.outcome && (
          <span className="block text-ink-soft">
            {t(
              'It was begun. It is still going on, or the server was stopped meanwhile.'
            )}
          </span>
        )}
      </Detail>
      {subject && (
        <Detail label={t('Thing')}>
          {joined(subject.type, subject.name)}
          {subject.id && (
            <span className="block">
              <Code>{subject.id}</Code>
            </span>
          )}
        </Detail>
      )}
      {changes.length > 0 && (
        <Detail label={t('Changes')}>
          {changes.map(({ field, before, after }) => (
            <span key={field} className="block">
              <Code>
                {field}: {before ?? '–'} → {after ?? '–'}
              </Code>
            </span>
          ))}
        </Detail>
      )}
      {entry.arguments.length > 0 && (
        <Detail label={t('Asked for')}>
          {entry.arguments.map(({ name, value, label }) => (
            <span key={name} className="block">
              <Code>
                {name}: {label ? `${label} (${value})` : value}
              </Code>
            </span>
          ))}
        </Detail>
      )}
      <Detail label={t('From where')}>{entry.address}</Detail>
      <Detail label={t('Browser or program')}>{entry.userAgent}</Detail>
      <Detail label={t('Login')}>
        {actor.sessionId && <Code>{actor.sessionId}</Code>}
      </Detail>
      <Detail label={t('Request')}>
        {entry.requestId && <Code>{entry.requestId}</Code>}
      </Detail>
    </dl>
  )
}

export default AuditDetails
