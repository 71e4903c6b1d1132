import { Plus, X } from 'lucide-react'

import { FIELD, LABEL } from 'src/components/fieldLook'
import IconButton from 'src/components/IconButton'
import { nextSpan, type Span } from 'src/lib/channels/spans'
import { weekdays } from 'src/lib/channels/weekdays'
import { t } from 'src/lib/language/t'

interface OpeningHoursFieldProps {
  value: readonly Span[]
  onChange: (spans: Span[]) => void
}

/** When somebody is there, for each day of the week: any number of spans. */
const OpeningHoursField = ({ value, onChange }: OpeningHoursFieldProps) => {
  const change = (changed: Span, over: Partial<Span>) =>
    onChange(
      value.map((span) => (span === changed ? { ...span, ...over } : span))
    )
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className={LABEL}>{t('Opening hours')}</legend>
      <p className="text-sm text-ink-soft">
        {value.length === 0
          ? t('None: always open.')
          : t('A span that ends before it begins ends the next day.')}
      </p>
      <ul className="divide-y divide-line">
        {weekdays().map(({ weekday, label }) => {
          const spans = value.filter((span) => span.weekday === weekday)
          return (
            <li
              key={weekday}
              className="flex items-start gap-2 py-1 max-md:flex-wrap max-md:justify-between"
            >
              <span className="w-24 shrink-0 pt-2">{label}</span>
              <div className="flex min-w-0 flex-1 flex-col gap-1 max-md:order-last max-md:basis-full">
                {spans.length === 0 && value.length > 0 && (
                  <span className="pt-2 text-ink-faint max-md:hidden">
                    {t('Closed')}
                  </span>
                )}
                {spans.map((span, n) => (
                  <div key={n} className="flex items-center gap-1.5">
                    <input
                      type="time"
                      required
                      aria-label={t('{day}, from', { day: label })}
                      value={span.from}
                      onChange={(event) =>
                        change(span, { from: event.target.value })
                      }
                      className={`${FIELD} !w-[7.25rem] !px-2`}
                    />
                    –
                    <input
                      type="time"
                      required
                      aria-label={t('{day}, to', { day: label })}
                      value={span.to}
                      onChange={(event) =>
                        change(span, { to: event.target.value })
                      }
                      className={`${FIELD} !w-[7.25rem] !px-2`}
                    />
                    <IconButton
                      icon={X}
                      label={t('{day}: remove {from} to {to}', {
                        day: label,
                        from: span.from,
                        to: span.to,
                      })}
                      onClick={() =>
                        onChange(value.filter((each) => each !== span))
                      }
                    />
                  </div>
                ))}
              </div>
              <IconButton
                icon={Plus}
                label={t('{day}: add hours', { day: label })}
                onClick={() => onChange([...value, nextSpan(value, weekday)])}
              />
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

export default OpeningHoursField
