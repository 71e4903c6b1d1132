/**
 * Loads what an event is about once for all who listen: a hundred subscribers get the same event object, and must not
 * ask the database a hundred times.
 */
export function loadOnce<Event extends object, Loaded>(
  load: (event: Event) => Promise<Loaded>
) {
  const loading = new WeakMap<Event, Promise<Loaded>>()
  return (event: Event): Promise<Loaded> => {
    const known = loading.get(event) ?? load(event)
    loading.set(event, known)
    return known
  }
}
