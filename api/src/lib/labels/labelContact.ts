import { validate as isUuid } from 'uuid'

import { changeContact } from 'src/lib/contacts/changeContact'

import { lockLabel } from './lockLabel'

/**
 * Puts a label on a contact, which is another one then: a trigger keeps the time of its change.
 *
 * @throws NOT_FOUND
 */
export const labelContact = (id: string, labelId: string) =>
  changeContact(id, async (tx) => {
    await lockLabel(tx, labelId)
    return tx.$executeRaw`
      WITH added AS (
        INSERT INTO "ContactLabel" ("contactId", "labelId") VALUES (${id}::uuid, ${labelId}::uuid)
        ON CONFLICT DO NOTHING
        RETURNING "contactId"
      )
      UPDATE "Contact" SET "updatedAt" = now() WHERE id IN (SELECT "contactId" FROM added)`
  })

/**
 * Takes a label off a contact. One that was deleted meanwhile is off already.
 *
 * @throws NOT_FOUND
 */
export const unlabelContact = (id: string, labelId: string) =>
  changeContact(id, async (tx) =>
    isUuid(labelId)
      ? tx.$executeRaw`
          WITH removed AS (
            DELETE FROM "ContactLabel" WHERE "contactId" = ${id}::uuid AND "labelId" = ${labelId}::uuid
            RETURNING "contactId"
          )
          UPDATE "Contact" SET "updatedAt" = now() WHERE id IN (SELECT "contactId" FROM removed)`
      : 0
  )
