import { db } from 'src/lib/db'

/** What stands in a conversation's thread besides its messages, oldest first. */
export const entriesOf = (conversationId: string) =>
  db.threadEntry.findMany({
    where: { conversationId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })

/** The kinds of it alone. */
export const kindsOf = async (conversationId: string) =>
  (await entriesOf(conversationId)).map(({ kind }) => kind)
