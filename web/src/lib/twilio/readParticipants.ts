import type { ParticipantInput } from 'types/graphql'

/** A number as people write it, perhaps with its channel; anything else is somebody's name in an application. */
const NUMBER = /^(whatsapp:)?\s*\+?[\d\s().-]{3,}$/

/** Who is to take part, one to a line. */
export const readParticipants = (text: string): ParticipantInput[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => (NUMBER.test(line) ? { address: line } : { identity: line }))
