/** A form-encoded body, decoded as Twilio signs it: blanks kept, repeated names as arrays, dotted names flat. */
export function parseForm(body: string): Record<string, string | string[]> {
  const form = new URLSearchParams(body)
  const params = [...new Set(form.keys())].map((name) => {
    const values = form.getAll(name)
    return [name, values.length > 1 ? values : values[0]] as const
  })
  // Not a plain object literal: `__proto__` is a name like any other here.
  return Object.assign(Object.create(null), Object.fromEntries(params))
}
