import { Prisma, type CallSettings } from '@prisma/client'
import { v7 as uuid } from 'uuid'

import { isStorable } from 'src/lib/database/isStorable'
import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'

import { readCallSettings, type CallSettingsInput } from './readCallSettings'

/** How a call is answered. */
export type CallManner = Pick<
  CallSettings,
  'answer' | 'text' | 'language' | 'maxSeconds'
>

/** What is said until somebody has decided otherwise. */
export const FIRST_MANNER: CallManner = {
  answer: 'RECORD',
  text: 'We can not take your call at this moment. Please leave a message after the tone.',
  language: 'en-US',
  maxSeconds: 120,
}

/** How a call to an address is answered: by its own settings, else by those of all others. */
export async function findCallManner(
  address: string | null
): Promise<CallManner> {
  const rows = await db.callSettings.findMany({
    where: { OR: [{ address: address ?? '' }, { address: null }] },
    orderBy: { address: { sort: 'asc', nulls: 'last' } },
  })
  return rows[0] ?? FIRST_MANNER
}

/** All settings: first that of all addresses that have none of their own, whether it was ever changed or not. */
export async function listCallSettings() {
  const rows = await db.callSettings.findMany({
    orderBy: { address: { sort: 'asc', nulls: 'first' } },
  })
  return rows[0]?.address === null
    ? rows
    : [{ ...FIRST_MANNER, id: 'default', address: null }, ...rows]
}

/**
 * Decides how calls to an address are answered, or without one those to all others.
 *
 * @throws BAD_USER_INPUT
 */
export async function saveCallSettings(input: CallSettingsInput) {
  const { address, answer, text, language, maxSeconds } =
    readCallSettings(input)
  const [saved] = await db.$queryRaw<CallSettings[]>(Prisma.sql`
    INSERT INTO "CallSettings" (id, address, answer, text, language, "maxSeconds")
    VALUES (${uuid()}::uuid, ${address}, ${answer}::"CallAnswer", ${text}, ${language}, ${maxSeconds})
    ON CONFLICT (address) DO UPDATE
    SET answer = excluded.answer, text = excluded.text, language = excluded.language,
      "maxSeconds" = excluded."maxSeconds", "updatedAt" = clock_timestamp()
    RETURNING *`)
  return saved
}

/**
 * Calls to an address are answered as all others again.
 *
 * @throws NOT_FOUND
 */
export async function deleteCallSettings(address: string) {
  const settings = isStorable(address)
    ? await db.callSettings.findUnique({ where: { address } })
    : null
  if (!settings) {
    throw new NotFoundError('setting')
  }
  // Of two at once, neither fails.
  await db.callSettings.deleteMany({ where: { id: settings.id } })
  return settings
}
