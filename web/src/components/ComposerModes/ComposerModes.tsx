import { MessageSquare, StickyNote } from 'lucide-react'

import { cx } from 'src/lib/cx'
import { t } from 'src/lib/language/t'

export type ComposerMode = 'reply' | 'note'

const MODES = [
  {
    mode: 'reply',
    get label() {
      return t('Reply')
    },
    icon: MessageSquare,
  },
  {
    mode: 'note',
    get label() {
      return t('Note')
    },
    icon: StickyNote,
  },
] as const

interface ComposerModesProps {
  mode: ComposerMode
  onChoose: (mode: ComposerMode) => void
}

/** What is written goes to the contact, or stays with the colleagues. */
const ComposerModes = ({ mode: chosen, onChoose }: ComposerModesProps) => (
  <div
    role="group"
    aria-label={t('What to write')}
    className="flex gap-1 px-5 pt-1.5 max-md:px-3"
  >
    {MODES.map(({ mode, label, icon: Icon }) => (
      <button
        key={mode}
        type="button"
        data-command={mode}
        aria-pressed={mode === chosen}
        onClick={() => onChoose(mode)}
        className={cx(
          'inline-flex h-7 items-center gap-1.5 rounded-lg px-2.5 text-[0.8125rem] font-medium text-ink-soft hover:bg-hover hover:text-ink pointer-coarse:h-9',
          mode === 'note'
            ? 'aria-pressed:bg-note aria-pressed:text-note-ink'
            : 'aria-pressed:bg-signal-soft aria-pressed:text-signal'
        )}
      >
        <Icon className="size-3.5" aria-hidden />
        {label}
      </button>
    ))}
  </div>
)

export default ComposerModes
