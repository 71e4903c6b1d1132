/** Of the threads on the screen, by conversation: those whose reader has scrolled away from the end. */
const readBack = new Set<string>()

/** Whether somebody reads in this thread further up: what they read must neither go nor move. */
export const isReadBack = (conversationId: string) =>
  readBack.has(conversationId)

/** Somebody reads further up, until what this gives is called. */
export function beginReadingBack(conversationId: string): () => void {
  readBack.add(conversationId)
  return () => void readBack.delete(conversationId)
}
