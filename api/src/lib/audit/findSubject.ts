import type { Subject } from './entry'
import { readSubject } from './subjects'

/** A thing as an entry names it; only its type where it is not there. */
export async function findSubject(
  type: string,
  value: string,
  key = 'id'
): Promise<Subject> {
  const found = await readSubject(type, value, key)
  return { type, id: found?.id, name: found?.name }
}
