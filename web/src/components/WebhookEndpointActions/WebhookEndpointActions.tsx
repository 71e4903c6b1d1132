import { useState } from 'react'

import { KeyRound, Pencil, Send, Trash2 } from 'lucide-react'
import type {
  DeleteWebhookEndpointMutation,
  DeleteWebhookEndpointMutationVariables,
  RotateWebhookSecretMutation,
  RotateWebhookSecretMutationVariables,
  SendTestWebhookMutation,
  SendTestWebhookMutationVariables,
  WebhookEndpointFields,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import Button from 'src/components/Button'
import Confirm from 'src/components/Confirm'
import FormDialog from 'src/components/FormDialog'
import IconButton from 'src/components/IconButton'
import WebhookEndpointForm from 'src/components/WebhookEndpointForm'
import WebhookSecret from 'src/components/WebhookSecret'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { describeDelivery } from 'src/lib/webhooks/describeDelivery'
import {
  DELETE_WEBHOOK_ENDPOINT,
  ROTATE_WEBHOOK_SECRET,
  SEND_TEST_WEBHOOK,
} from 'src/queries/webhookEndpoints'

interface WebhookEndpointActionsProps {
  endpoint: WebhookEndpointFields
  /** There is another delivery. */
  onSent: () => void
}

/** What an administrator does with an endpoint. */
const WebhookEndpointActions = ({
  endpoint,
  onSent,
}: WebhookEndpointActionsProps) => {
  const { id, url } = endpoint
  const [secret, setSecret] = useState<string | null>(null)
  const [sendTest, testing] = useMutation<
    SendTestWebhookMutation,
    SendTestWebhookMutationVariables
  >(SEND_TEST_WEBHOOK, { variables: { endpointId: id } })
  const [rotate] = useMutation<
    RotateWebhookSecretMutation,
    RotateWebhookSecretMutationVariables
  >(ROTATE_WEBHOOK_SECRET, { variables: { id } })
  const [remove] = useMutation<
    DeleteWebhookEndpointMutation,
    DeleteWebhookEndpointMutationVariables
  >(DELETE_WEBHOOK_ENDPOINT, {
    variables: { id },
    update: (cache) => {
      cache.evict({ id: cache.identify({ __typename: 'WebhookEndpoint', id }) })
    },
  })

  const attempt = async (what: string, work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      noticeBoard.post(`${what} ${errorText(error)}`)
    }
  }
  const test = () =>
    attempt(t('The test was not sent.'), async () => {
      const { data } = await sendTest()
      if (data) {
        noticeBoard.post(
          t('The test: {outcome}', { outcome: describeDelivery(data.sent) })
        )
      }
      onSent()
    })
  const changeSecret = () =>
    attempt(t('The secret is the same as before.'), async () => {
      const { data } = await rotate()
      setSecret(data?.rotated.secret ?? null)
    })

  if (secret) {
    return (
      <div className="basis-full rounded-lg border border-line p-4">
        <WebhookSecret secret={secret} onDone={() => setSecret(null)} />
      </div>
    )
  }
  return (
    <span className="-my-1.5 flex shrink-0 items-center">
      <Button
        disabled={testing.loading || !endpoint.isEnabled}
        onClick={() => void test()}
        aria-label={t('Send a test to {url}', { url })}
      >
        <Send className="size-4 text-ink-soft" aria-hidden />
        {testing.loading ? t('Sending…') : t('Test')}
      </Button>
      <FormDialog
        title={t('Edit endpoint')}
        trigger={
          <IconButton icon={Pencil} label={t('Edit {name}', { name: url })} />
        }
      >
        {(close) => <WebhookEndpointForm endpoint={endpoint} onDone={close} />}
      </FormDialog>
      <Confirm
        label={t('New secret for {url}', { url })}
        action={t('Make a new one')}
        onConfirm={() => void changeSecret()}
        trigger={
          <IconButton
            icon={KeyRound}
            label={t('New secret for {url}', { url })}
          />
        }
      >
        {t(
          'A new signing secret is made. For 24 hours the old one signs too, so that the receiver can change.'
        )}
      </Confirm>
      <Confirm
        label={t('Delete {name}', { name: url })}
        action={t('Delete')}
        onConfirm={() =>
          void attempt(t('The endpoint was not deleted.'), () => remove())
        }
        trigger={
          <IconButton icon={Trash2} label={t('Delete {name}', { name: url })} />
        }
      >
        {t(
          '{url} hears of nothing any more, and its deliveries are forgotten.',
          { url }
        )}
      </Confirm>
    </span>
  )
}

export default WebhookEndpointActions
