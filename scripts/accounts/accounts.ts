import { createHash, randomBytes, scryptSync } from 'node:crypto'

import type pg from 'pg'

/** A key of a program, in the database. */
export async function insertKey(database: pg.Pool, role: string) {
  const key = `hg_${randomBytes(16).toString('hex')}`
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO "ApiKey" (id, name, role, hash, prefix)
     VALUES (gen_random_uuid(), 'test', $2::"Role", $1, 'hg') RETURNING id`,
    [createHash('sha256').update(key).digest('hex'), role]
  )
  return { key, id: rows[0].id }
}

/** Somebody who logs in by a password. */
export async function insertUser(
  database: pg.Pool,
  email: string,
  password: string
) {
  const salt = randomBytes(32).toString('hex')
  const hash = scryptSync(password, salt, 32, {
    cost: 16_384,
    blockSize: 8,
    parallelization: 5,
  })
  await database.query(
    `INSERT INTO "User" (id, email, role, "hashedPassword", salt)
     VALUES (gen_random_uuid(), $1, 'AGENT', $2, $3)`,
    [email, `${hash.toString('hex')}|16384|8|5`, salt]
  )
}
