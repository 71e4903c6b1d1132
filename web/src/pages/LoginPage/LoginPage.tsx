import { useEffect, useState } from 'react'

import {
  EmailField,
  FieldError,
  Form,
  Label,
  PasswordField,
  Submit,
} from '@redwoodjs/forms'
import { Redirect, useParams } from '@redwoodjs/router'

import { useAuth } from 'src/auth'
import { buttonLook } from 'src/components/Button'
import { FIELD, FIELD_ERROR, LABEL } from 'src/components/fieldLook'
import Logo from 'src/components/Logo'
import Problem from 'src/components/Problem'
import { useTitle } from 'src/hooks/useTitle'
import { session } from 'src/lib/apollo/session'
import { safeRedirect } from 'src/lib/safeRedirect'

interface LoginInput {
  email: string
  password: string
}

const RETRY_MS = 3_000

const LoginPage = () => {
  const { isAuthenticated, hasError, logIn, reauthenticate } = useAuth()
  const { redirectTo } = useParams() as { redirectTo?: string }
  const [problem, setProblem] = useState<string | null>(null)
  const [isUnderWay, setIsUnderWay] = useState(false)
  useTitle('Log in')

  // Whoever reloads the page while the server restarts lands here with a good session: look again.
  useEffect(() => {
    if (!hasError) {
      return
    }
    const timer = setInterval(() => void reauthenticate(), RETRY_MS)
    return () => clearInterval(timer)
  }, [hasError, reauthenticate])

  // Who logs in in one tab is logged in in all.
  useEffect(
    () => session.onChange(() => void reauthenticate()),
    [reauthenticate]
  )

  if (isAuthenticated) {
    return (
      <Redirect to={safeRedirect(redirectTo)} options={{ replace: true }} />
    )
  }

  const onSubmit = async ({ email, password }: LoginInput) => {
    setIsUnderWay(true)
    setProblem(null)
    try {
      const answer = await logIn({ username: email.trim(), password })
      if (answer?.error) {
        setProblem(String(answer.error))
      }
    } catch {
      setProblem('The server could not be reached. Try again in a moment.')
    }
    setIsUnderWay(false)
  }

  return (
    <main className="grid h-full place-items-center overflow-y-auto p-4">
      <div className="w-full max-w-sm">
        <div className="mb-7 flex flex-col items-center gap-3">
          <Logo className="size-14" />
          <h1 className="text-2xl font-bold tracking-tight">Heliograph</h1>
        </div>
        <Form
          onSubmit={onSubmit}
          config={{ mode: 'onSubmit' }}
          className="flex flex-col gap-4 rounded-2xl border border-line bg-surface p-6 shadow-raised"
        >
          {problem && <Problem>{problem}</Problem>}
          {hasError && !problem && (
            <p role="status" className="text-sm text-caution">
              The server is not answering. Trying again…
            </p>
          )}
          <div className="flex flex-col gap-1">
            <Label name="email" className={LABEL} errorClassName={LABEL}>
              Email
            </Label>
            <EmailField
              name="email"
              autoComplete="username"
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              className={FIELD}
              errorClassName={FIELD}
              validation={{
                required: { value: true, message: 'Your e-mail is needed.' },
              }}
            />
            <FieldError name="email" className={FIELD_ERROR} role="alert" />
          </div>
          <div className="flex flex-col gap-1">
            <Label name="password" className={LABEL} errorClassName={LABEL}>
              Password
            </Label>
            <PasswordField
              name="password"
              autoComplete="current-password"
              className={FIELD}
              errorClassName={FIELD}
              validation={{
                required: { value: true, message: 'Your password is needed.' },
              }}
            />
            <FieldError name="password" className={FIELD_ERROR} role="alert" />
          </div>
          <Submit
            disabled={isUnderWay}
            className={`${buttonLook('primary')} mt-1 !h-10`}
          >
            {isUnderWay ? 'Logging in…' : 'Log in'}
          </Submit>
        </Form>
      </div>
    </main>
  )
}

export default LoginPage
