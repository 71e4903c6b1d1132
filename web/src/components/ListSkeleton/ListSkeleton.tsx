import { t } from 'src/lib/language/t'

const WIDTHS = ['w-32', 'w-24', 'w-40', 'w-28', 'w-36', 'w-24', 'w-32']

/** Rows to come. */
const ListSkeleton = () => (
  <div role="status" className="animate-late flex flex-col">
    <span className="sr-only">{t('Loading conversations')}</span>
    {WIDTHS.map((width, index) => (
      <div
        key={index}
        className="flex items-center gap-3 px-4 py-3"
        aria-hidden
      >
        <div className="skeleton size-10 !rounded-full" />
        <div className="flex-1">
          <div className={`skeleton h-3.5 ${width}`} />
          <div className="skeleton mt-2 h-3 w-4/5" />
        </div>
      </div>
    ))}
  </div>
)

export default ListSkeleton
