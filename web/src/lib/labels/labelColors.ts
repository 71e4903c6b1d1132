import type { LabelColor } from 'types/graphql'

/** How a color is called, and its hue; gray has none. Lightness is the theme's, so that all of them read alike. */
export const LABEL_COLORS: Record<
  LabelColor,
  { name: string; hue: number | null }
> = {
  GRAY: { name: 'Gray', hue: null },
  RED: { name: 'Red', hue: 25 },
  ORANGE: { name: 'Orange', hue: 57 },
  YELLOW: { name: 'Yellow', hue: 98 },
  GREEN: { name: 'Green', hue: 148 },
  TEAL: { name: 'Teal', hue: 195 },
  BLUE: { name: 'Blue', hue: 252 },
  PURPLE: { name: 'Purple', hue: 300 },
  PINK: { name: 'Pink', hue: 350 },
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
