import type { CallSettingsFields } from 'types/graphql'

import CallSettingsDialog from 'src/components/CallSettingsDialog'
import DeleteCallSettings from 'src/components/DeleteCallSettings'
import { languageName } from 'src/lib/calls/languageName'
import { t } from 'src/lib/language/t'
import { formatAddress } from 'src/lib/phone/formatAddress'
import { duration } from 'src/lib/time/duration'

interface CallSettingsRowProps {
  settings: CallSettingsFields
  languages: string[]
}

const CallSettingsRow = ({ settings, languages }: CallSettingsRowProps) => {
  const { address, answer, text, language, maxSeconds } = settings
  const manner =
    answer === 'RECORD'
      ? t('Voicemail of up to {duration}', { duration: duration(maxSeconds) })
      : t('Announcement')
  return (
    <li className="flex items-start gap-4 py-3 max-md:flex-wrap max-md:gap-x-2 max-md:gap-y-0">
      <div className="w-44 shrink-0 max-md:w-auto max-md:flex-1 max-md:py-1.5">
        <p className="font-semibold wrap-anywhere">
          {address ? formatAddress(address) : t('All numbers')}
        </p>
        {!address && (
          <p className="text-sm text-ink-soft">
            {t('without settings of their own')}
          </p>
        )}
      </div>
      <div className="min-w-0 flex-1 max-md:order-last max-md:basis-full">
        <p className="text-sm text-ink-soft">
          {manner} · {languageName(language)}
        </p>
        <p
          dir="auto"
          lang={language}
          className="wrap-anywhere whitespace-pre-wrap"
        >
          {text}
        </p>
      </div>
      <span className="-my-1.5 flex shrink-0 max-md:my-0">
        <CallSettingsDialog settings={settings} languages={languages} />
        {address && <DeleteCallSettings id={settings.id} address={address} />}
      </span>
    </li>
  )
}

export default CallSettingsRow
