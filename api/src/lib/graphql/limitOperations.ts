import type { FastifyRequest } from 'fastify'
import { type ExecutionArgs, GraphQLError } from 'graphql'

import { createLimit } from 'src/lib/access/limits/createLimit'
import { networkOf } from 'src/lib/access/login/networkOf'
import type { CurrentUser } from 'src/lib/auth'
import { config } from 'src/lib/config/config'

interface Context {
  currentUser?: CurrentUser
  req?: Pick<FastifyRequest, 'ip'>
}

const ofSomebody = createLimit('operations', config.operationsPerMinute)

/** Who is nobody is refused anyway, and costs a look-up of a key or a login. */
const ofNobody = createLimit('anonymous', config.anonymousPerMinute)

export const tooMany = (seconds: number) =>
  new GraphQLError(`Too many requests. Try again in ${seconds} s.`, {
    extensions: {
      code: 'RATE_LIMITED',
      http: { status: 429, headers: { 'retry-after': String(seconds) } },
    },
  })

const waitOf = ({ currentUser, req }: Context) =>
  currentUser
    ? ofSomebody(`${currentUser.kind}:${currentUser.id}`)
    : ofNobody(networkOf(req?.ip ?? ''))

interface Operation {
  args: ExecutionArgs
  setResultAndStopExecution: (result: {
    data: null
    errors: GraphQLError[]
  }) => void
}

const limit = async ({ args, setResultAndStopExecution }: Operation) => {
  const seconds = await waitOf(args.contextValue as Context)
  if (seconds > 0) {
    setResultAndStopExecution({ data: null, errors: [tooMany(seconds)] })
  }
}

/** So many operations in a minute for each person and each key, and for the address of who is nobody. */
export const limitOperations = { onExecute: limit, onSubscribe: limit }
