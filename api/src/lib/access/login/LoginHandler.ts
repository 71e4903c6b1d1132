import type { IncomingHttpHeaders } from 'node:http'

import { DbAuthHandler } from '@redwoodjs/auth-dbauth-api'

import { isMisplacedDemo } from 'src/lib/access/demo'
import { isPassword } from 'src/lib/access/passwords/hashing'
import {
  endSession,
  findSession,
  startSession,
} from 'src/lib/access/sessions/sessions'
import type { Where } from 'src/lib/audit/entry'
import { noteLogin, noteLoginFailure } from 'src/lib/audit/loginEntries'
import { whereOf } from 'src/lib/audit/origin'
import { db } from 'src/lib/db'
import { logger } from 'src/lib/logger'
import { countLoginFailure } from 'src/lib/metrics/requests'

import { attemptLogin } from './loginThrottle'
import { networkOf } from './networkOf'

/** One text for both, so that nobody can ask who has an account. */
const WRONG = 'Wrong email or password.'

interface LoginUser {
  id: string
  email: string
  /** In the cookie, and nowhere else. */
  session?: string
}

type Answer = Awaited<ReturnType<DbAuthHandler<LoginUser>['login']>>

const findUser = async (email: string) => {
  const user = await db.user.findUnique({ where: { email } })
  return user && !user.deactivatedAt && !isMisplacedDemo(email) ? user : null
}

const tooManyAnswer = (wait: number): Answer => {
  const minutes = Math.ceil(wait / 60)
  const error = `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
  const headers = new Headers({ 'retry-after': String(wait) })
  return [JSON.stringify({ error }), headers, { statusCode: 429 }]
}

/** Redwood's dbAuth, with logins that are counted and that can be ended: its own cookie is good until it expires. */
export class LoginHandler extends DbAuthHandler<LoginUser> {
  async login(): Promise<Answer> {
    const body: Record<string, unknown> = this.normalizedRequest.jsonBody ?? {}
    const { username, password } = body
    if (
      typeof username !== 'string' ||
      typeof password !== 'string' ||
      !username.trim() ||
      !password.trim()
    ) {
      throw new Error('Email and password are both needed.')
    }
    // PostgreSQL's text has no NUL, and neither has an address.
    const email = username.replaceAll('\0', '?').toLowerCase()
    const address = this.#address()
    const attempt = await attemptLogin(email, address)
    if (attempt.wait > 0) {
      countLoginFailure('throttled')
      logger.warn({ address }, 'A login was refused: too many attempts')
      await noteLoginFailure(
        'logInThrottled',
        await findUser(email),
        this.#where()
      )
      return tooManyAnswer(attempt.wait)
    }
    const user = await findUser(email)
    if (!(await isPassword(password, user)) || !user) {
      countLoginFailure('wrong')
      await noteLoginFailure('logInFailed', user, this.#where())
      throw new Error(WRONG)
    }
    await attempt.succeed()
    const session = await startSession(user.id, networkOf(address))
    await noteLogin('logIn', user, session, this.#where())
    return this._loginResponse({ id: user.id, email: user.email, session })
  }

  // The base class answers at once; whoever calls it awaits both.
  // @ts-expect-error -- see above
  async logout(): Promise<Answer> {
    const id = this.session?.session
    const user = await findSession(id)
    if (user) {
      await noteLogin('logOut', user, id as string, this.#where())
      await endSession(id as string)
    }
    return this._logoutResponse()
  }

  async _getCurrentUser() {
    const user = await findSession(this.session?.session)
    if (!user) {
      throw new Error('Nobody is logged in.')
    }
    return user
  }

  _loginResponse(user: LoginUser, statusCode?: number) {
    const [{ id }, headers, options] = super._loginResponse(user, statusCode)
    const seen = { id, email: user.email }
    return [seen, headers, options] satisfies ReturnType<
      DbAuthHandler<LoginUser>['_loginResponse']
    >
  }

  #where(): Where {
    const { headers } = this.event as { headers?: IncomingHttpHeaders }
    return whereOf({ ip: this.#address(), headers })
  }

  #address() {
    const { requestContext } = this.event as {
      requestContext?: { identity?: { sourceIp?: string } }
    }
    return requestContext?.identity?.sourceIp ?? ''
  }
}
