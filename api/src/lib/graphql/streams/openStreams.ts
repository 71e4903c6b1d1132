import type { ServerResponse } from 'node:http'

import type { CurrentUser } from 'src/lib/auth'
import { config } from 'src/lib/config/config'
import { listen } from 'src/lib/live/listen'

/** The live streams of this process, and who listens by each. */
export const streams = new Map<ServerResponse, CurrentUser>()

/** How many of them are whose: counted, or ten thousand that open would be gone through ten thousand times. */
const numbers = new Map<string, number>()

const count = ({ id }: CurrentUser, more: number) => {
  const number = (numbers.get(id) ?? 0) + more
  if (number > 0) {
    numbers.set(id, number)
  } else {
    numbers.delete(id)
  }
}

let isWatched = false
let isStopped = false

/**
 * Notes a stream, which ends where its listener may have missed something. It is broken off, and not ended politely:
 * every client takes that for an error, connects again and asks for what it missed (graphql-sse takes a polite end for
 * final).
 */
export function noteStream(response: ServerResponse, user: CurrentUser) {
  if (isStopped) {
    response.destroy()
    return
  }
  streams.set(response, user)
  count(user, 1)
  response.once('close', () => {
    streams.delete(response)
    count(user, -1)
  })
  if (!isWatched) {
    isWatched = true
    void endWhenMissed()
  }
}

/** Whether so many are open that there may be no more: by one person or key, or in all. */
export function isFull({ id }: CurrentUser) {
  return (
    streams.size >= config.streams ||
    (numbers.get(id) ?? 0) >= config.streamsPerUser
  )
}

/** Breaks off all streams: their listeners connect again, here or elsewhere. */
export function endStreams() {
  for (const response of streams.keys()) {
    response.destroy()
  }
}

/** Breaks off all streams, and those that would still begin: this process ends. */
export function stopStreams() {
  isStopped = true
  endStreams()
}

async function endWhenMissed() {
  for await (const _event of listen(['missed'])) {
    endStreams()
  }
}
