/** For comparing: without case and accents. */
export const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Those whose name contains what is typed; names that begin with it come first. Otherwise in their order. */
export function rankByName<Item extends { name: string }>(
  items: readonly Item[],
  typed: string
): Item[] {
  const wanted = plain(typed.trim())
  const found = items
    .map((item) => ({ item, at: plain(item.name).indexOf(wanted) }))
    .filter(({ at }) => at >= 0)
  return [
    ...found.filter(({ at }) => at === 0),
    ...found.filter(({ at }) => at > 0),
  ].map(({ item }) => item)
}
