import { gql } from '@apollo/client'

const WEBHOOK_ENDPOINT_FIELDS = gql`
  fragment WebhookEndpointFields on WebhookEndpoint {
    id
    url
    description
    events
    includesBodies
    isEnabled
    note
    pendingCount
    failedCount
    lastDeliveredAt
    updatedAt
  }
`

const WEBHOOK_DELIVERY_FIELDS = gql`
  fragment WebhookDeliveryFields on WebhookDelivery {
    id
    eventId
    type
    payload
    status
    attempts
    attemptedAt
    nextAttemptAt
    responseStatus
    responseBody
    error
    durationMs
    createdAt
  }
`

export const WEBHOOK_ENDPOINTS = gql`
  query WebhookEndpointsQuery {
    webhookEndpoints {
      ...WebhookEndpointFields
    }
  }
  ${WEBHOOK_ENDPOINT_FIELDS}
`

export const WEBHOOK_DELIVERIES = gql`
  query WebhookDeliveriesQuery(
    $endpointId: ID!
    $status: WebhookDeliveryStatus
    $after: String
  ) {
    webhookDeliveries(
      endpointId: $endpointId
      status: $status
      first: 20
      after: $after
    ) {
      edges {
        cursor
        node {
          ...WebhookDeliveryFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${WEBHOOK_DELIVERY_FIELDS}
`

export const CREATE_WEBHOOK_ENDPOINT = gql`
  mutation CreateWebhookEndpointMutation($input: WebhookEndpointInput!) {
    created: createWebhookEndpoint(input: $input) {
      secret
      endpoint {
        ...WebhookEndpointFields
      }
    }
  }
  ${WEBHOOK_ENDPOINT_FIELDS}
`

export const UPDATE_WEBHOOK_ENDPOINT = gql`
  mutation UpdateWebhookEndpointMutation(
    $id: ID!
    $input: WebhookEndpointInput!
  ) {
    updateWebhookEndpoint(id: $id, input: $input) {
      ...WebhookEndpointFields
    }
  }
  ${WEBHOOK_ENDPOINT_FIELDS}
`

export const DELETE_WEBHOOK_ENDPOINT = gql`
  mutation DeleteWebhookEndpointMutation($id: ID!) {
    deleteWebhookEndpoint(id: $id) {
      id
    }
  }
`

export const ROTATE_WEBHOOK_SECRET = gql`
  mutation RotateWebhookSecretMutation($id: ID!) {
    rotated: rotateWebhookSecret(id: $id) {
      secret
    }
  }
`

export const SEND_TEST_WEBHOOK = gql`
  mutation SendTestWebhookMutation($endpointId: ID!) {
    sent: sendTestWebhook(endpointId: $endpointId) {
      ...WebhookDeliveryFields
    }
  }
  ${WEBHOOK_DELIVERY_FIELDS}
`

export const REPLAY_WEBHOOK_DELIVERY = gql`
  mutation ReplayWebhookDeliveryMutation($id: ID!) {
    replayWebhookDelivery(id: $id) {
      ...WebhookDeliveryFields
    }
  }
  ${WEBHOOK_DELIVERY_FIELDS}
`

export const REPLAY_FAILED_WEBHOOKS = gql`
  mutation ReplayFailedWebhooksMutation($endpointId: ID!) {
    replayed: replayFailedWebhookDeliveries(endpointId: $endpointId)
  }
`
