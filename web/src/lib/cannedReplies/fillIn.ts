export interface Names {
  /** The contact's. */
  name: string | null
  /** The operator's. */
  agent: string | null
}

const PLACEHOLDER = /\{(name|agent)\}/gi

/** A placeholder at the start of a line with what ties it to the rest: "{name}, your parcel" begins at "your". */
const LEADING = /^[ \t]*\{(name|agent)\}[ \t]*[,:;!]?[ \t]*(\p{Ll})?/gimu

/** Elsewhere with the space before it: "Hello {name}," is "Hello,". */
const INNER = /[ \t]*\{(name|agent)\}/gi

/**
 * A canned reply's text with the names in it. A name that nobody knows leaves no hole: what tied it to its sentence goes
 * with it, and the sentence begins with a capital.
 */
export function fillIn(text: string, names: Names) {
  const nameOf = (placeholder: string) =>
    names[placeholder.toLowerCase() as keyof Names]?.trim() || null
  // What is unknown goes first, since a name may itself look like a placeholder.
  return text
    .replace(LEADING, (all: string, placeholder: string, letter = '') =>
      nameOf(placeholder) ? all : letter.toLocaleUpperCase()
    )
    .replace(INNER, (all: string, placeholder: string) =>
      nameOf(placeholder) ? all : ''
    )
    .replace(
      PLACEHOLDER,
      (_all, placeholder: string) => nameOf(placeholder) ?? ''
    )
}
