import { beats, here } from '../pubSub'

import { Places } from './places'

const EXPIRE_EVERY_MS = 1_000

/** Who looks where, over all processes, as far as this one has heard. */
const places = new Places((conversationId) =>
  // Each process hears every beat, and tells its own listeners what has changed by it.
  here.publish('inbox', { kind: 'presenceChanged', conversationId })
)

let timer: NodeJS.Timeout | undefined

beats.addEventListener('presence', ({ detail }) => {
  places.hear(detail)
  timer ??= setInterval(() => places.expire(), EXPIRE_EVERY_MS).unref()
})

export const whoIsIn = (conversationId: string) => places.in(conversationId)

/** By which logins somebody is somewhere, as far as this process has heard. */
export const presentLogins = () => places.logins()

/** They have ended: whoever was there by them is not, though their tab has not said so. */
export const forgetLogins = (logins: readonly string[]) => places.forget(logins)

/** The conversations that somebody looks at. */
export const whereSomebodyIs = () => places.all()
