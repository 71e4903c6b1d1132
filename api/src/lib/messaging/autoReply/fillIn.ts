/** What stands for something in the text of an automatic reply. Nothing else is looked at, and nothing is executed. */
export const PLACEHOLDERS = ['name', 'channel', 'opensAt'] as const

export type Values = Record<(typeof PLACEHOLDERS)[number], string | null>

const ANY = PLACEHOLDERS.join('|')

const PLACEHOLDER = new RegExp(`\\{(${ANY})\\}`, 'gi')

/** A placeholder at the start of a line with what ties it to the rest: "{name}, we are closed" begins at "we". */
const LEADING = new RegExp(
  `^[ \\t]*\\{(${ANY})\\}[ \\t]*[,:;!]?[ \\t]*(\\p{Ll})?`,
  'gimu'
)

/** Elsewhere with the space before it ("Hello {name}," is "Hello,"), and a comma that it ends with the sentence. */
const INNER = new RegExp(
  `(?:,[ \\t]*\\{(${ANY})\\}(?=[.,!?;:]|$))|[ \\t]*\\{(${ANY})\\}`,
  'gim'
)

/** The first thing in braces that stands for nothing; null where there is none. */
export const unknownPlaceholder = (text: string): string | null =>
  [...text.matchAll(/\{([A-Za-z]\w*)\}/g)]
    .map(([placeholder]) => placeholder)
    .find((placeholder) => placeholder.replace(PLACEHOLDER, '') !== '') ?? null

/**
 * An automatic reply's text with the values in it. What nobody knows leaves no hole: what tied it to its sentence goes
 * with it, and the sentence begins with a capital.
 */
export function fillIn(text: string, values: Values): string {
  const known = new Map(
    PLACEHOLDERS.map((name) => [name.toLowerCase(), values[name]?.trim()])
  )
  const valueOf = (name: string) => known.get(name.toLowerCase()) || null
  // What is unknown goes first, since a value may itself look like a placeholder.
  return text
    .replace(LEADING, (all: string, name: string, letter = '') =>
      valueOf(name) ? all : letter.toLocaleUpperCase()
    )
    .replace(INNER, (all: string, ended?: string, name?: string) =>
      valueOf(ended ?? name ?? '') ? all : ''
    )
    .replace(PLACEHOLDER, (_all, name: string) => valueOf(name) ?? '')
}
