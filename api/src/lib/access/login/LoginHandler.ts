import type { IncomingHttpHeaders } from 'node:http'

import { type AuthMethodNames, DbAuthHandler } from '@redwoodjs/auth-dbauth-api'

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
import { RateLimitedError } from 'src/lib/errors'
import { logger } from 'src/lib/logger'
import { countLoginFailure } from 'src/lib/metrics/requests'

import { attemptLogin } from './loginThrottle'
import { networkOf } from './networkOf'

/** One text for both, so that nobody can ask who has an account. */
const WRONG = 'Wrong email or password.'

const BUSY = 'Too many log in at this moment. Try again in a few seconds.'

interface LoginUser {
  id: string
  email: string
  /** In the cookie, and nowhere else. */
  session?: string
}

type Answer = Awaited<ReturnType<DbAuthHandler<LoginUser>['login']>>

/** What dbAuth has besides (signing up, resetting passwords, WebAuthn) is none of ours: it isn't there. */
const METHODS: string[] = ['login', 'logout', 'getToken']

/** What who logs in did wrong; its message is for them. */
class LoginError extends Error {}

const answer = (statusCode: number, error: string, headers = {}): Answer => [
  JSON.stringify({ error }),
  new Headers(headers),
  { statusCode },
]

const findUser = async (email: string) => {
  const user = await db.user.findUnique({ where: { email } })
  return user && !user.deactivatedAt && !isMisplacedDemo(email) ? user : null
}

const tooManyAnswer = (wait: number): Answer => {
  const minutes = Math.ceil(wait / 60)
  const error = `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
  return answer(429, error, { 'retry-after': String(wait) })
}

/** Says no more of what went wrong here than that it did. dbAuth would tell its message, and end the login. */
const orSorry = async (act: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await act()
  } catch (error) {
    if (error instanceof LoginError) {
      throw error
    }
    if (error instanceof RateLimitedError) {
      countLoginFailure('throttled')
      return answer(503, BUSY, { 'retry-after': '10' })
    }
    logger.error({ error }, 'A login could not be looked at')
    return answer(503, 'Something went wrong. Try again in a moment.')
  }
}

/** Redwood's dbAuth, with logins that are counted and that can be ended: its own cookie is good until it expires. */
export class LoginHandler extends DbAuthHandler<LoginUser> {
  async invoke() {
    try {
      await this.init()
    } catch {
      return this.createResponse(this._badRequest('This is no JSON.'), {})
    }
    return super.invoke()
  }

  async _getAuthMethod() {
    const method = await super._getAuthMethod()
    return METHODS.includes(method) ? method : ('none' as AuthMethodNames)
  }

  login() {
    return orSorry(() => this.#login())
  }

  async #login(): Promise<Answer> {
    const body: Record<string, unknown> = this.normalizedRequest.jsonBody ?? {}
    const { username, password } = body
    if (
      typeof username !== 'string' ||
      typeof password !== 'string' ||
      !username.trim() ||
      !password.trim()
    ) {
      throw new LoginError('Email and password are both needed.')
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
      throw new LoginError(WRONG)
    }
    await attempt.succeed()
    const session = await startSession(user.id, networkOf(address))
    await noteLogin('logIn', user, session, this.#where())
    return this._loginResponse({ id: user.id, email: user.email, session })
  }

  // The base class answers at once; whoever calls it awaits both.
  // @ts-expect-error -- see above
  logout(): Promise<Answer> {
    return orSorry(async () => {
      const id = this.session?.session
      const user = await findSession(id)
      if (user) {
        await noteLogin('logOut', user, id as string, this.#where())
        await endSession(id as string)
      }
      return this._logoutResponse()
    })
  }

  getToken(): Promise<Answer> {
    return orSorry(async () => {
      const user = await findSession(this.session?.session)
      return user ? [user.id, new Headers()] : this._logoutResponse()
    })
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
