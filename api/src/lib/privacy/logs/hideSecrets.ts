/** A shorter one could be a word of any line. */
const SHORTEST = 8

const escapeForRegExp = (text: string) =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Hides these, wherever in a line of JSON they stand and whatever they are called there. */
export function hideSecrets(secrets: (string | undefined)[]) {
  const known = secrets
    .filter((secret) => secret !== undefined)
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap((secret) => [
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
    ])
  if (known.length === 0) {
    return (line: string) => line
  }
  const pattern = new RegExp(
    [...new Set(known)].map(escapeForRegExp).join('|'),
    'g'
  )
  return (line: string) => line.replace(pattern, '[removed]')
}
