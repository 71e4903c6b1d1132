import { storage } from 'src/lib/storage'

const nameOf = (id: string) => `begun.${id}`

/**
 * Up to which message of the conversation somebody knew it when they began the draft `id`: that message's time. By the
 * server's clock, as messages have it, so that a wrong clock here says nothing wrong.
 */
export const begun = {
  get: (id: string) => storage.get(nameOf(id)),
  set: (id: string, knownUntil: string | null) =>
    knownUntil === null
      ? storage.remove(nameOf(id))
      : storage.set(nameOf(id), knownUntil),
}
