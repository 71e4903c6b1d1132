import { t } from 'src/lib/language/t'

const isApple = () => /Mac|iP(hone|ad|od)/.test(navigator.platform)

/** The keys of a command as they stand on the keyboard: `mod+k` is ⌘ K, or Ctrl K. */
export const showKeys = (keys: string): string[] =>
  keys
    .split(/[ +]/)
    .map((key) =>
      key === 'mod' ? (isApple() ? '⌘' : t('Ctrl')) : key.toUpperCase()
    )
