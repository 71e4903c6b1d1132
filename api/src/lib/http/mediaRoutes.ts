import type { IncomingMessage } from 'node:http'

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { logger } from 'src/lib/logger'
import { findFile } from 'src/lib/media/files/findFile'
import { isSignedFor } from 'src/lib/media/links/signedLink'
import { NotStoredError } from 'src/lib/media/storage/storage'
import { keepUpload } from 'src/lib/media/uploads/keepUpload'
import { UploadError } from 'src/lib/media/uploads/uploadError'

import { admit } from './admit'
import { readBody } from './readBody'
import { sendFile } from './sendFile'

/** What a phone's camera makes, and more than any channel takes of anything else. */
const LARGEST_UPLOAD = 25 * 1024 * 1024

/** Where nobody is listened to any longer. */
const ENDLESS = 4 * LARGEST_UPLOAD

const CODES: Record<number, string> = {
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  500: 'INTERNAL_SERVER_ERROR',
}

/** An error as GraphQL tells it, so that a client needs to know one form. */
const refuse = (reply: FastifyReply, status: number, message: string) => {
  const code = CODES[status] ?? 'BAD_USER_INPUT'
  return reply
    .code(status)
    .send({ errors: [{ message, extensions: { code } }] })
}

/** The body breaks off, or is none by HTTP's rules. */
const isClientsFault = ({
  code,
  statusCode = 500,
}: Error & { code?: string; statusCode?: number }) =>
  code === 'ECONNRESET' || statusCode < 500

const answerError = (
  error: Error,
  _request: FastifyRequest,
  reply: FastifyReply
) => {
  if (error instanceof UploadError) {
    return refuse(reply, error.status, error.message)
  }
  if (isClientsFault(error)) {
    return refuse(reply, 400, 'The file did not arrive.')
  }
  if (error instanceof NotStoredError) {
    logger.error({ error }, 'A stored file is gone')
    return refuse(reply, 404, 'This file does not exist.')
  }
  logger.error({ error }, 'A file could not be received or sent')
  return refuse(reply, 500, 'Something went wrong.')
}

const readFile = async (_request: FastifyRequest, body: IncomingMessage) => {
  const limits = { most: LARGEST_UPLOAD, endless: ENDLESS }
  const bytes = await readBody(body, limits)
  if (!bytes) {
    throw new UploadError('The file is larger than 25 MB.', 413)
  }
  return bytes
}

/** Before the body is read: who may not write sends us 25 MB for nothing. */
const onlyWriters = admit({ roles: ['ADMIN', 'AGENT'], scope: 'WORK' })

const onlyPeople = admit({ scope: 'READ' })

interface Link {
  expires?: unknown
  signature?: unknown
}

/** A link speaks for itself; without one, a login does. */
const onlyReaders = async (request: FastifyRequest, reply: FastifyReply) => {
  const { id } = request.params as { id: string }
  const { expires, signature } = request.query as Link
  if (expires === undefined && signature === undefined) {
    return onlyPeople(request, reply)
  }
  const link = { expires: String(expires), signature: String(signature) }
  if (!isSignedFor(id, link, new Date())) {
    return refuse(reply, 403, 'This link is wrong or has expired.')
  }
}

/**
 * Files: `POST …/media?name=<file name>` keeps the body for a message, `GET …/media/<id>` gives a file. Routes past
 * Redwood's adapter for functions, which knows texts only and keeps each whole in memory.
 */
export async function mediaRoutes(fastify: FastifyInstance) {
  // An option of fastify-raw-body, which Redwood's adapter brings.
  const config: object = { rawBody: false }

  fastify.decorateRequest('author', null)
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('*', readFile)
  fastify.setErrorHandler(answerError)

  fastify.post(
    '/media',
    { config, onRequest: onlyWriters },
    async (request, reply) => {
      const { name } = request.query as { name?: unknown }
      const upload = {
        bytes: (request.body as Buffer | undefined) ?? Buffer.alloc(0),
        contentType: request.headers['content-type'] ?? '',
        name: typeof name === 'string' ? name : '',
      }
      const file = await keepUpload(upload, request.author)
      const { id, contentType, size, width, height } = file
      return reply
        .code(201)
        .send({ id, contentType, size, name: file.name, width, height })
    }
  )

  fastify.get(
    '/media/:id',
    { config, onRequest: onlyReaders },
    async (request, reply) => {
      const { id } = request.params as { id: string }
      const file = await findFile(id)
      return file
        ? sendFile(request, reply, file)
        : refuse(reply, 404, 'This file does not exist.')
    }
  )
}
