import type { LogOutEverywhereMutation } from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { useAuth } from 'src/auth'
import Button from 'src/components/Button'
import Confirm from 'src/components/Confirm'
import { session } from 'src/lib/apollo/session'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { LOG_OUT_EVERYWHERE } from 'src/queries/access'

/** Ends all logins of who looks at it, on other machines and here. */
const LogOutEverywhere = () => {
  const { logOut } = useAuth()
  const [end, { loading }] =
    useMutation<LogOutEverywhereMutation>(LOG_OUT_EVERYWHERE)

  const run = async () => {
    try {
      await end()
      await logOut()
      session.end()
    } catch (error) {
      noticeBoard.post(
        t('You are still logged in. {error}', { error: errorText(error) })
      )
    }
  }

  return (
    <Confirm
      label={t('Sign out everywhere')}
      action={t('Sign out')}
      trigger={
        <Button className="self-start" disabled={loading}>
          {t('Sign out everywhere')}
        </Button>
      }
      onConfirm={() => void run()}
    >
      {t('You are signed out in all browsers, in this one too.')}
    </Confirm>
  )
}

export default LogOutEverywhere
