import type { LabelColor } from 'types/graphql'

import { t } from 'src/lib/language/t'

/** How a color is called, and its hue; gray has none. Lightness is the theme's, so that all of them read alike. */
export const LABEL_COLORS: Record<
  LabelColor,
  { name: string; hue: number | null }
> = {
  GRAY: {
    get name() {
      return t('Gray')
    },
    hue: null,
  },
  RED: {
    get name() {
      return t('Red')
    },
    hue: 25,
  },
  ORANGE: {
    get name() {
      return t('Orange')
    },
    hue: 57,
  },
  YELLOW: {
    get name() {
      return t('Yellow')
    },
    hue: 98,
  },
  GREEN: {
    get name() {
      return t('Green')
    },
    hue: 148,
  },
  TEAL: {
    get name() {
      return t('Teal')
    },
    hue: 195,
  },
  BLUE: {
    get name() {
      return t('Blue')
    },
    hue: 252,
  },
  PURPLE: {
    get name() {
      return t('Purple')
    },
    hue: 300,
  },
  PINK: {
    get name() {
      return t('Pink')
    },
    hue: 350,
  },
}

/** In the order in which they are offered. */
export const COLORS = Object.keys(LABEL_COLORS) as LabelColor[]

/** What `.label-chip` and `.label-dot` are colored by. */
export const labelStyle = (color: LabelColor) => {
  const { hue } = LABEL_COLORS[color]
  return {
    '--hue': hue ?? 0,
    '--colorful': hue === null ? 0 : 1,
  } as React.CSSProperties
}
