import { GraphQLError } from 'graphql'
import { startServer } from 'test-support/hardServer'

import { answerErrors } from './answerErrors'

let origin: string

beforeAll(async () => {
  const started = await startServer((server) => {
    answerErrors(server)
    server.get('/fails', async () => {
      throw new Error('connect ECONNREFUSED 10.0.0.1:5432')
    })
    server.get('/refused', async () => {
      const extensions = { http: { status: 405 } }
      throw new GraphQLError('A mutation is none for GET.', { extensions })
    })
  })
  origin = started.origin
})

it('a document that is refused before its stream is no error of ours', async () => {
  const response = await fetch(`${origin}/refused`)
  expect(response.status).toEqual(405)
  expect((await response.json()).errors[0].message).toMatch(/mutation/)
})

it('what went wrong here is told to nobody', async () => {
  const response = await fetch(`${origin}/fails`)
  expect(response.status).toEqual(500)
  expect(await response.json()).toEqual({
    errors: [
      {
        message: 'Something went wrong.',
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ],
  })
})
