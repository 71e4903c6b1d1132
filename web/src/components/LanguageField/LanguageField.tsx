import { FIELD, LABEL } from 'src/components/fieldLook'
import { LANGUAGES } from 'src/lib/settings/languages'

interface LanguageFieldProps {
  /** Null for the browser's. */
  value: string | null
  onChange: (language: string | null) => void
}

const LanguageField = ({ value, onChange }: LanguageFieldProps) => (
  <div className="flex flex-col gap-1">
    <label htmlFor="language" className={LABEL}>
      Language
    </label>
    <select
      id="language"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
      className={FIELD}
    >
      <option value="">As the browser ({navigator.language})</option>
      {LANGUAGES.map(({ code, name }) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  </div>
)

export default LanguageField
