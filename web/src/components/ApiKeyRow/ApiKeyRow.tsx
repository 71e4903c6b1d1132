import type {
  ApiKeyFields,
  RevokeApiKeyMutation,
  RevokeApiKeyMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import Button from 'src/components/Button'
import Confirm from 'src/components/Confirm'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { roleLabel } from 'src/lib/roles'
import { dayAndTime, dayOf } from 'src/lib/time/time'
import { REVOKE_API_KEY } from 'src/queries/access'

const ALL_SCOPES = 4

const stateOf = ({ revokedAt, expiresAt, lastUsedAt }: ApiKeyFields) => {
  if (revokedAt) {
    return t('Revoked {time}', { time: dayAndTime(revokedAt) })
  }
  if (expiresAt && Date.parse(expiresAt) < Date.now()) {
    return t('Expired {time}', { time: dayAndTime(expiresAt) })
  }
  return [
    lastUsedAt
      ? t('Last used {time}', { time: dayAndTime(lastUsedAt) })
      : t('Never used'),
    ...(expiresAt ? [t('expires {day}', { day: dayOf(expiresAt) })] : []),
  ].join(', ')
}

const ApiKeyRow = ({ apiKey }: { apiKey: ApiKeyFields }) => {
  const { id, name, prefix, role, scopes, revokedAt } = apiKey
  const [revoke, { loading }] = useMutation<
    RevokeApiKeyMutation,
    RevokeApiKeyMutationVariables
  >(REVOKE_API_KEY, { variables: { id } })

  const run = () =>
    revoke().catch((error) =>
      noticeBoard.post(
        t('The key was not revoked. {error}', { error: errorText(error) })
      )
    )

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium wrap-anywhere">
          {name}{' '}
          <code className="font-mono text-[0.8125rem] font-normal text-ink-soft">
            {prefix}…
          </code>
        </p>
        <p className="text-sm text-ink-soft">
          {t(roleLabel(role))}
          {scopes.length < ALL_SCOPES && ` (${scopes.join(', ')})`}
        </p>
        <p className="text-sm text-ink-soft">{stateOf(apiKey)}</p>
      </div>
      {!revokedAt && (
        <Confirm
          label={t('Revoke {name}', { name })}
          action={t('Revoke')}
          trigger={
            <Button
              disabled={loading}
              aria-label={t('Revoke {name}', { name })}
            >
              {t('Revoke')}
            </Button>
          }
          onConfirm={() => void run()}
        >
          {t(
            '“{name}” is refused from now on, and its live streams end. This can’t be undone.',
            { name }
          )}
        </Confirm>
      )}
    </li>
  )
}

export default ApiKeyRow
