import { InMemoryCache } from '@apollo/client'
import type { ApolloCache, Cache } from '@apollo/client'

/**
 * Writes what came live into the cache, to be kept for as long as something shown leads to it.
 *
 * By itself the cache keeps for ever whatever was written by its id, also past `gc`.
 */
export function writeEntity<Data>(
  cache: ApolloCache<unknown>,
  options: Cache.WriteFragmentOptions<Data, object>
) {
  const ref = cache.writeFragment<Data, object>(options)
  if (ref && cache instanceof InMemoryCache) {
    cache.release(ref.__ref)
  }
  return ref
}
