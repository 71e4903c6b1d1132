import type { APIGatewayProxyEvent, Context } from 'aws-lambda'

import { LoginHandler } from 'src/lib/access/login/LoginHandler'
import { cookieName } from 'src/lib/auth'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'

type Options = ConstructorParameters<typeof LoginHandler>[2]

const DAY_SECONDS = 60 * 60 * 24

const options: Options = {
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
  // What is in the cookie.
  allowedUserFields: ['id', 'email', 'session'],
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
    handler: (user) => user,
    expires: config.sessionMaxDays * DAY_SECONDS,
  },
  // Users are invited by an administrator, or made on the console (`yarn rw exec createUser`).
  signup: { enabled: false },
  forgotPassword: { enabled: false },
  resetPassword: { enabled: false },
}

/** Log in and out, and who one is: dbAuth. */
export const handler = async (event: APIGatewayProxyEvent, context: Context) =>
  new LoginHandler(event, context, options).invoke()
