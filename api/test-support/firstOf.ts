/** The first events of a stream, to which it listens from now on. */
export async function firstOf<T>(
  count: number,
  events: AsyncIterable<T>
): Promise<T[]> {
  const first: T[] = []
  for await (const event of events) {
    first.push(event)
    if (first.length === count) {
      break
    }
  }
  return first
}
