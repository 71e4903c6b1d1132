import { t } from 'src/lib/language/t'

/** Where what one has not read begins. */
const NewLine = () => (
  <div role="separator" className="flex w-full items-center gap-3 pt-1 pb-2">
    <span className="h-px flex-1 bg-sun" />
    <span className="rounded-full bg-sun px-2.5 py-0.5 text-[0.8125rem] font-semibold text-on-sun">
      {t('New')}
    </span>
    <span className="h-px flex-1 bg-sun" />
  </div>
)

export default NewLine
