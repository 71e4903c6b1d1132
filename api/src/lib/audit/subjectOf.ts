import type { SubjectRule } from './actions'
import type { Argument, Subject, Who } from './entry'
import { changesOf, readSubject, type Snapshot } from './subjects'

type Values = Record<string, unknown>

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((found, name) => (found as Values | null)?.[name], value)

const textOf = (value: unknown) =>
  value === null || value === undefined ? null : String(value)

const toSubject = (
  type: string,
  id: string | null,
  ...snapshots: (Snapshot | null)[]
): Subject => {
  const known = snapshots.find((snapshot) => snapshot)
  return { type, id: known?.id ?? id, name: known?.name }
}

/**
 * Follows a thing through what is done to it.
 *
 * @returns what it is before; and `learn`, which reads from the answer what it is then
 */
export async function followSubject(
  rule: SubjectRule | 'self' | undefined,
  args: Values,
  who: Who
) {
  if (!rule) {
    return { subject: null, learn: async () => ({}) }
  }
  const { type, argument, key, result }: SubjectRule =
    rule === 'self' ? { type: 'User' } : rule
  const given = rule === 'self' ? who.id : textOf(argument && args[argument])
  const before = given ? await readSubject(type, given, key) : null
  const subject = toSubject(type, key ? null : (given ?? null), before)
  const learn = async (answer: unknown) => {
    const id = result ? textOf(at(answer, result)) : subject.id
    const after = id ? await readSubject(type, id) : null
    return {
      subject: toSubject(type, id ?? null, after, before),
      changes: changesOf(before, after),
    }
  }
  return { subject, learn }
}

/** What ids among the arguments are the ids of. */
const TYPES: Record<string, string> = {
  userId: 'User',
  labelId: 'Label',
  channelId: 'Channel',
}

/** Arguments with the names of what they name, as they are now. */
export const labelled = (known: readonly Argument[]): Promise<Argument[]> =>
  Promise.all(
    known.map(async (argument) => {
      const type = TYPES[argument.name]
      const label = type && (await readSubject(type, argument.value))?.name
      return label ? { ...argument, label } : argument
    })
  )
