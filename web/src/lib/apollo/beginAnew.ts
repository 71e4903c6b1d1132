import type { ApolloCache, NormalizedCacheObject } from '@apollo/client'

const isRef = (value: object): value is { __ref: string } => '__ref' in value

const refsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) {
    return []
  }
  return isRef(value) ? [value.__ref] : Object.values(value).flatMap(refsIn)
}

/** Of what a cache holds, that to which a question leads that was asked of it. */
function reachable({
  __META,
  ...entities
}: NormalizedCacheObject): NormalizedCacheObject {
  const kept: NormalizedCacheObject = {}
  const next = ['ROOT_QUERY', ...(__META?.extraRootIds ?? [])]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (!(id in kept) && id in entities) {
      kept[id] = entities[id]
      next.push(...refsIn(entities[id]))
    }
  }
  return __META ? { ...kept, __META } : kept
}

/**
 * Lets a cache go on with what it still needs, and nothing else.
 *
 * By itself Apollo (3.13) keeps, of each list that was ever read after an event, the result (60,000 of them at most); of
 * each entity that was ever there, the id and the storage of its fields (`EntityStore.storageTrie`, without end); and its
 * `gc` makes each document anew, of which the client keeps every one (`QueryManager.transformCache`, 2,000 at 4 KB).
 */
export function beginAnew(cache: ApolloCache<unknown>) {
  cache.restore(reachable(cache.extract() as NormalizedCacheObject))
}
