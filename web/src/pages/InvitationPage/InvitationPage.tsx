import type {
  AcceptInvitationMutation,
  AcceptInvitationMutationVariables,
} from 'types/graphql'

import { Form, Submit } from '@redwoodjs/forms'
import { Link, navigate, routes } from '@redwoodjs/router'
import { useMutation } from '@redwoodjs/web'

import { useAuth } from 'src/auth'
import { buttonLook } from 'src/components/Button'
import Logo from 'src/components/Logo'
import PasswordInput from 'src/components/PasswordInput'
import Problem from 'src/components/Problem'
import { useTitle } from 'src/hooks/useTitle'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { ACCEPT_INVITATION } from 'src/queries/access'

/** Where the link of an invitation leads: sets the password, and logs in by it. */
const InvitationPage = () => {
  useTitle(t('Set a password'))
  const { logIn } = useAuth()
  const [accept, { loading, error }] = useMutation<
    AcceptInvitationMutation,
    AcceptInvitationMutationVariables
  >(ACCEPT_INVITATION)

  const onSubmit = async ({ password }: { password: string }) => {
    // Behind the `#`, which no browser sends and no log keeps.
    const token = window.location.hash.slice(1)
    try {
      const { data } = await accept({ variables: { token, password } })
      const username = data?.acceptInvitation ?? ''
      await logIn({ username, password })
      navigate(routes.home(), { replace: true })
    } catch {
      // Said below.
    }
  }

  return (
    <main className="grid h-full place-items-center overflow-y-auto p-4">
      <div className="w-full max-w-sm">
        <div className="mb-7 flex flex-col items-center gap-3">
          <Logo className="size-14" />
          <h1 className="text-2xl font-bold tracking-tight">
            {t('Set a password')}
          </h1>
        </div>
        <Form
          onSubmit={onSubmit}
          className="flex flex-col gap-4 rounded-2xl border border-line bg-surface p-6 shadow-raised"
        >
          {error && <Problem>{errorText(error)}</Problem>}
          <PasswordInput name="password" label={t('New password')} isNew />
          <p className="text-sm text-ink-soft">
            {t(
              'Ten characters at least. Several words that have nothing to do with each other are a good one.'
            )}
          </p>
          <Submit
            disabled={loading}
            className={`${buttonLook('primary')} !h-10`}
          >
            {loading ? t('Setting it…') : t('Set it and log in')}
          </Submit>
          <Link
            to={routes.login()}
            className="text-center text-sm text-signal underline"
          >
            {t('To the login')}
          </Link>
        </Form>
      </div>
    </main>
  )
}

export default InvitationPage
