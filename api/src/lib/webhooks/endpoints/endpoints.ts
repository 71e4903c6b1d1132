import { randomBytes } from 'node:crypto'

import type { WebhookEndpoint } from '@prisma/client'
import { validate as isUuid } from 'uuid'

import { prismaCode } from 'src/lib/database/explainRefusal'
import { db } from 'src/lib/db'
import { NotFoundError } from 'src/lib/errors'

import { type EndpointInput, readEndpoint } from './readEndpoint'

/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = 32

/** How long the secret before signs too. */
const ROTATION_HOURS = 24

const newSecret = () => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`

/** With its secret: whoever makes an endpoint, or rotates its secret, sees that once. */
export interface EndpointWithSecret {
  endpoint: WebhookEndpoint
  secret: string
}

const existing = (id: string) => {
  if (!isUuid(id)) {
    throw new NotFoundError('webhook endpoint')
  }
  return { id }
}

/** P2025: there is no such row. */
const explain = (error: unknown) =>
  prismaCode(error) === 'P2025' ? new NotFoundError('webhook endpoint') : error

/** @throws BAD_USER_INPUT */
export async function createEndpoint(
  input: EndpointInput
): Promise<EndpointWithSecret> {
  const secret = newSecret()
  const data = { ...readEndpoint(input), secret }
  return { endpoint: await db.webhookEndpoint.create({ data }), secret }
}

/**
 * Who enables one again begins anew: what failed before does not count any more.
 *
 * @throws NOT_FOUND, BAD_USER_INPUT
 */
export async function updateEndpoint(id: string, input: EndpointInput) {
  const where = existing(id)
  const data = { ...readEndpoint(input), note: null, failedInRow: 0 }
  try {
    return await db.webhookEndpoint.update({ where, data })
  } catch (error) {
    throw explain(error)
  }
}

/**
 * Deletes it, with its deliveries.
 *
 * @throws NOT_FOUND
 */
export async function deleteEndpoint(id: string) {
  const where = existing(id)
  try {
    return await db.webhookEndpoint.delete({ where })
  } catch (error) {
    throw explain(error)
  }
}

/**
 * Gives it a new secret. For a day both sign, so that the receiver can change to the new one meanwhile.
 *
 * @throws NOT_FOUND
 */
export async function rotateSecret(id: string): Promise<EndpointWithSecret> {
  const where = existing(id)
  const found = await db.webhookEndpoint.findUnique({ where })
  if (!found) {
    throw new NotFoundError('webhook endpoint')
  }
  const secret = newSecret()
  const endpoint = await db.webhookEndpoint.update({
    where,
    data: {
      secret,
      previousSecret: found.secret,
      previousSecretUntil: new Date(Date.now() + ROTATION_HOURS * 3_600_000),
    },
  })
  return { endpoint, secret }
}
