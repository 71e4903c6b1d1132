import { cx } from 'src/lib/cx'
import { t } from 'src/lib/language/t'

const BUBBLES = ['w-48', 'w-64 ml-auto', 'w-56', 'w-40', 'w-72 ml-auto']

/** Bubbles to come. */
const ThreadSkeleton = () => (
  <div
    role="status"
    className="animate-late flex min-h-0 flex-1 flex-col justify-end gap-3 px-5 py-6"
  >
    <span className="sr-only">{t('Loading messages')}</span>
    {BUBBLES.map((bubble) => (
      <div
        key={bubble}
        aria-hidden
        className={cx('skeleton h-11 max-w-[75%] !rounded-2xl', bubble)}
      />
    ))}
  </div>
)

export default ThreadSkeleton
