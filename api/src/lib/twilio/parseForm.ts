/** The parameters of a form; a name that came twice has all its values. */
export type Form = Record<string, string | string[]>

/**
 * A form-encoded body, decoded as Twilio signs it: blanks kept, repeated names as arrays, dotted names flat. In one pass,
 * because anybody can send a form of many names: it is read before its signature can be verified.
 */
export function parseForm(body: string): Form {
  // Not a plain object: `__proto__` is a name like any other here.
  const params: Form = Object.create(null)
  for (const [name, value] of new URLSearchParams(body)) {
    const earlier = params[name]
    if (earlier === undefined) {
      params[name] = value
    } else if (Array.isArray(earlier)) {
      earlier.push(value)
    } else {
      params[name] = [earlier, value]
    }
  }
  return params
}
