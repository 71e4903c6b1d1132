import { Paperclip } from 'lucide-react'

import { t } from 'src/lib/language/t'

/** Lies over a conversation while files are held above it. */
const DropHint = () => (
  <div className="pointer-events-none absolute inset-2 z-30 grid place-items-center rounded-2xl border-2 border-dashed border-signal bg-surface/90">
    <p className="flex items-center gap-2 font-semibold text-signal">
      <Paperclip className="size-5" aria-hidden />
      {t('Drop to attach')}
    </p>
  </div>
)

export default DropHint
