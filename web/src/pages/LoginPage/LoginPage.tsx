import { useEffect, useState } from 'react'
import type { FormEvent } from 'react'

import { Redirect, useParams } from '@redwoodjs/router'

import { useAuth } from 'src/auth'
import { buttonLook } from 'src/components/Button'
import LoginField from 'src/components/LoginField'
import Logo from 'src/components/Logo'
import Problem from 'src/components/Problem'
import { useTitle } from 'src/hooks/useTitle'
import { session } from 'src/lib/apollo/session'
import { t } from 'src/lib/language/t'
import { safeRedirect } from 'src/lib/safeRedirect'

const RETRY_MS = 3_000

const LoginPage = () => {
  const { isAuthenticated, hasError, logIn, reauthenticate } = useAuth()
  const { redirectTo } = useParams() as { redirectTo?: string }
  const [problem, setProblem] = useState<string | null>(null)
  const [isUnderWay, setIsUnderWay] = useState(false)
  const [isIncomplete, setIsIncomplete] = useState(false)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  useTitle(t('Log in'))

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

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault()
    setIsIncomplete(!email.trim() || !password)
    if (!email.trim() || !password) {
      return
    }
    setIsUnderWay(true)
    setProblem(null)
    try {
      const answer = await logIn({ username: email.trim(), password })
      if (answer?.error) {
        setProblem(String(answer.error))
      }
    } catch {
      setProblem(t('The server could not be reached. Try again in a moment.'))
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
        {/* Not by Redwood's forms, whose library would be 16 kB of the first load for two fields. */}
        <form
          noValidate
          onSubmit={(event) => void onSubmit(event)}
          className="flex flex-col gap-4 rounded-2xl border border-line bg-surface p-6 shadow-raised"
        >
          {problem && <Problem>{problem}</Problem>}
          {hasError && !problem && (
            <p role="status" className="text-sm text-caution">
              {t('The server is not answering. Trying again…')}
            </p>
          )}
          <LoginField
            type="email"
            label={t('Email')}
            autoComplete="username"
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={email}
            onChange={setEmail}
            problem={
              isIncomplete && !email.trim() ? t('Your e-mail is needed.') : null
            }
          />
          <LoginField
            type="password"
            label={t('Password')}
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            problem={
              isIncomplete && !password ? t('Your password is needed.') : null
            }
          />
          <button
            type="submit"
            disabled={isUnderWay}
            className={`${buttonLook('primary')} mt-1 !h-10`}
          >
            {isUnderWay ? t('Logging in…') : t('Log in')}
          </button>
        </form>
      </div>
    </main>
  )
}

export default LoginPage
