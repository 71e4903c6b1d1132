import { FIELD, LABEL } from 'src/components/fieldLook'
import { browserLocale } from 'src/lib/language/browserLocale'
import { LANGUAGES } from 'src/lib/language/languages'
import { t } from 'src/lib/language/t'

interface LanguageFieldProps {
  /** Null for the browser's. */
  value: string | null
  onChange: (language: string | null) => void
}

const LanguageField = ({ value, onChange }: LanguageFieldProps) => (
  <div className="flex flex-col gap-1">
    <label htmlFor="language" className={LABEL}>
      {t('Language')}
    </label>
    <select
      id="language"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
      className={FIELD}
    >
      <option value="">
        {t('As the browser ({language})', { language: browserLocale() })}
      </option>
      {LANGUAGES.map(({ code, name }) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  </div>
)

export default LanguageField
