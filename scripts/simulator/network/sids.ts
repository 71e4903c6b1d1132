import { randomBytes } from 'node:crypto'

/** A SID as Twilio makes them: two letters and 32 hex digits. Random, so that no restart can repeat one. */
export const newSid = (prefix: string): string => prefix + hex32()

export const hex32 = (): string => randomBytes(16).toString('hex')
