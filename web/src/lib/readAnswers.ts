interface Answer {
  name: string
  value: string
}

/** Deeper than any form that WhatsApp has. */
const DEEPEST = 6

const flatten = (value: unknown, name: string, depth = 0): Answer[] => {
  if (typeof value !== 'object' || value === null || depth === DEEPEST) {
    return [
      {
        name,
        value: typeof value === 'string' ? value : JSON.stringify(value),
      },
    ]
  }
  return Object.entries(value).flatMap(([key, child]) =>
    flatten(child, name ? `${name} › ${key}` : key, depth + 1)
  )
}

/** What was filled in, name by name; JSON of any shape, and what is none as it came. */
export function readAnswers(json: string | null | undefined): Answer[] {
  if (!json) {
    return []
  }
  try {
    return flatten(JSON.parse(json), '')
  } catch {
    return [{ name: '', value: json }]
  }
}
