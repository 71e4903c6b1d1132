import { db } from 'src/lib/db'

import { whoIsIn } from './presence'

/** Who looks at a conversation and who writes there, as GraphQL tells it. */
export async function findPeople(conversationId: string) {
  const looking = whoIsIn(conversationId)
  if (looking.length === 0) {
    return []
  }
  const users = await db.user.findMany({
    where: { id: { in: looking.map(({ userId }) => userId) } },
  })
  return looking.flatMap(({ userId, isTyping }) => {
    const user = users.find(({ id }) => id === userId)
    return user ? [{ user, isTyping }] : []
  })
}
