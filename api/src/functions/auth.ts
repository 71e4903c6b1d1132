import type { APIGatewayProxyEvent, Context } from 'aws-lambda'

import {
  DbAuthHandler,
  type DbAuthHandlerOptions,
} from '@redwoodjs/auth-dbauth-api'

import { isMisplacedDemo } from 'src/lib/access/demo'
import { cookieName } from 'src/lib/auth'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'

const SESSION_SECONDS = 60 * 60 * 24 * 14

/** One text for both, so that nobody can ask who has an account. */
const WRONG = 'Wrong email or password.'

const options: DbAuthHandlerOptions = {
  db,
  authModelAccessor: 'user',
  authFields: {
    id: 'id',
    username: 'email',
    hashedPassword: 'hashedPassword',
    salt: 'salt',
    resetToken: 'resetToken',
    resetTokenExpiresAt: 'resetTokenExpiresAt',
  },
  allowedUserFields: ['id', 'email'],
  cookie: {
    attributes: {
      HttpOnly: true,
      Path: '/',
      SameSite: 'Strict',
      Secure: config.publicOrigin.startsWith('https:'),
    },
    name: cookieName,
  },
  login: {
    enabled: true,
    handler: (user) => {
      if (isMisplacedDemo(String((user as { email?: unknown }).email))) {
        throw new Error(WRONG)
      }
      return user
    },
    errors: {
      usernameOrPasswordMissing: 'Email and password are both needed.',
      usernameNotFound: WRONG,
      incorrectPassword: WRONG,
    },
    expires: SESSION_SECONDS,
    usernameMatch: 'insensitive',
  },
  // Users are made by an administrator (`yarn rw exec createUser`).
  signup: { enabled: false },
  forgotPassword: { enabled: false },
  resetPassword: { enabled: false },
}

/** Log in and out, and who one is: dbAuth. */
export const handler = async (event: APIGatewayProxyEvent, context: Context) =>
  new DbAuthHandler(event, context, options).invoke()
