export const schema = gql`
  "What came in one minute."
  type WebhookMinute {
    minute: DateTime!
    callbacks: Int!
    inbound: Int!
    "Refused before they were read."
    refused: Int!
    "Answered 503, for Twilio to send again."
    notRecorded: Int!
  }

  "The latest refusal of a webhook for a reason."
  type WebhookRefusal {
    webhook: String!
    "WRONG_METHOD, TOO_LARGE, MISSING_SIGNATURE, OTHER_URL or WRONG_TOKEN."
    reason: String!
    "The URL that the signature should have been made for."
    expectedUrl: String!
    "The URL that it was made for, where that can be told."
    signedUrl: String
    count: Int!
    lastAt: DateTime!
  }

  "One run of the reconciler, and what it found."
  type Reconciliation {
    id: ID!
    "STUCK or DAILY."
    kind: String!
    startedAt: DateTime!
    finishedAt: DateTime
    checked: Int!
    recovered: Int!
    absent: Int!
    foreign: Int!
  }

  type WebhookHealth {
    "The last 60 minutes, oldest first; one without webhooks is there too."
    minutes: [WebhookMinute!]!
    lastCallbackAt: DateTime
    lastInboundAt: DateTime
    "Where we expect Twilio's status callbacks."
    callbackUrl: String!
    "Where we expect Twilio's inbound messages."
    messageUrl: String!
    refusals: [WebhookRefusal!]!
    "Messages without a final status for too long."
    stuckCount: Int!
    "The oldest 20 of them."
    stuck: [Message!]!
    "Messages whose outcome is unknown."
    unconfirmedCount: Int!
    "Reports of the last 7 days that contradict earlier ones."
    conflictCount: Int!
    "The latest 20 messages that have one."
    conflicts: [Message!]!
    "Reports that no message was found for."
    parkedCount: Int!
    reconciliations: [Reconciliation!]!
  }

  type Query {
    webhookHealth: WebhookHealth! @requireAuth(roles: ["ADMIN"])
  }
`
