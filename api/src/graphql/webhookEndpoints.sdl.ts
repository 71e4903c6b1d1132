export const schema = gql`
  enum WebhookDeliveryStatus {
    "To be tried, or tried again."
    PENDING
    DELIVERED
    "Given up; it can be replayed."
    FAILED
  }

  "Where a workflow tool hears of what happens, signed by Standard Webhooks (https://www.standardwebhooks.com)."
  type WebhookEndpoint {
    id: ID!
    url: String!
    description: String
    "Of message.received, message.status, conversation.opened and conversation.archived."
    events: [String!]!
    "Whether the texts of messages leave with their events."
    includesBodies: Boolean!
    isEnabled: Boolean!
    "Why it was disabled, where nobody did."
    note: String
    createdAt: DateTime!
    updatedAt: DateTime!
    "Deliveries that are to be tried, or tried again."
    pendingCount: Int
    "Deliveries that were given up."
    failedCount: Int
    "The latest success."
    lastDeliveredAt: DateTime
  }

  "An endpoint with the secret that its events are signed with; nobody is told that a second time."
  type WebhookEndpointWithSecret {
    endpoint: WebhookEndpoint!
    secret: String!
  }

  "An event on its way to an endpoint. Kept for 30 days."
  type WebhookDelivery {
    id: ID!
    "The event's id: the header webhook-id, the same in each attempt and each replay."
    eventId: ID!
    type: String
    "The JSON that is sent."
    payload: String
    status: WebhookDeliveryStatus!
    "Since it was made, or was replayed."
    attempts: Int!
    attemptedAt: DateTime
    nextAttemptAt: DateTime
    "Of the latest attempt, as the rest; null where nothing was answered."
    responseStatus: Int
    "The first kilobyte of the answer."
    responseBody: String
    "Why it does not count as delivered."
    error: String
    durationMs: Int
    createdAt: DateTime!
  }

  type WebhookDeliveryEdge {
    cursor: String!
    node: WebhookDelivery!
  }

  type WebhookDeliveryConnection {
    edges: [WebhookDeliveryEdge!]!
    pageInfo: PageInfo!
  }

  input WebhookEndpointInput {
    url: String!
    description: String
    events: [String!]!
    includesBodies: Boolean
    isEnabled: Boolean
  }

  type Query {
    webhookEndpoints: [WebhookEndpoint!]! @requireAuth(roles: ["ADMIN"])
    "Newest first."
    webhookDeliveries(
      endpointId: ID!
      status: WebhookDeliveryStatus
      first: Int
      after: String
    ): WebhookDeliveryConnection! @requireAuth(roles: ["ADMIN"])
  }

  type Mutation {
    createWebhookEndpoint(
      input: WebhookEndpointInput!
    ): WebhookEndpointWithSecret! @requireAuth(roles: ["ADMIN"])
    updateWebhookEndpoint(
      id: ID!
      input: WebhookEndpointInput!
    ): WebhookEndpoint! @requireAuth(roles: ["ADMIN"])
    "With its deliveries."
    deleteWebhookEndpoint(id: ID!): WebhookEndpoint!
      @requireAuth(roles: ["ADMIN"])
    "For 24 hours the secret before signs too."
    rotateWebhookSecret(id: ID!): WebhookEndpointWithSecret!
      @requireAuth(roles: ["ADMIN"])
    "Sends an event of the type webhook.test, at once, and answers with what came of it."
    sendTestWebhook(endpointId: ID!): WebhookDelivery!
      @requireAuth(roles: ["ADMIN"])
    "Begins the schedule of attempts anew."
    replayWebhookDelivery(id: ID!): WebhookDelivery!
      @requireAuth(roles: ["ADMIN"])
    "Replays what was given up, 1,000 deliveries at most; answers how many."
    replayFailedWebhookDeliveries(endpointId: ID!): Int!
      @requireAuth(roles: ["ADMIN"])
  }
`
