import type {
  CreateWebhookEndpointMutation,
  CreateWebhookEndpointMutationVariables,
  UpdateWebhookEndpointMutation,
  UpdateWebhookEndpointMutationVariables,
  WebhookEndpointFields,
  WebhookEndpointInput,
  WebhookEndpointsQuery,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import {
  CREATE_WEBHOOK_ENDPOINT,
  UPDATE_WEBHOOK_ENDPOINT,
  WEBHOOK_ENDPOINTS,
} from 'src/queries/webhookEndpoints'

/** Changes an endpoint, or without one makes one, and shows it in the list. */
export function useSaveEndpoint(endpoint: WebhookEndpointFields | undefined) {
  const [create, creating] = useMutation<
    CreateWebhookEndpointMutation,
    CreateWebhookEndpointMutationVariables
  >(CREATE_WEBHOOK_ENDPOINT, {
    update: (cache, { data }) => {
      cache.updateQuery<WebhookEndpointsQuery>(
        { query: WEBHOOK_ENDPOINTS },
        (known) =>
          known &&
          data && {
            webhookEndpoints: [
              ...known.webhookEndpoints,
              data.created.endpoint,
            ],
          }
      )
    },
  })
  const [update, updating] = useMutation<
    UpdateWebhookEndpointMutation,
    UpdateWebhookEndpointMutationVariables
  >(UPDATE_WEBHOOK_ENDPOINT)

  return {
    /** @returns the secret of a new one */
    save: async (input: WebhookEndpointInput) => {
      if (endpoint) {
        await update({ variables: { id: endpoint.id, input } })
        return null
      }
      const { data } = await create({ variables: { input } })
      return data?.created.secret ?? null
    },
    isSaving: creating.loading || updating.loading,
    error: creating.error ?? updating.error,
  }
}
