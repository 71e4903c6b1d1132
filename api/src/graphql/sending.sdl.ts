export const schema = gql`
  "What waits at a sender, and how long it takes."
  type SenderForecast {
    sender: String!
    "Segments that were not sent yet."
    waitingSegments: Int!
    "Null for a Messaging Service: it depends on the senders of its pool."
    segmentsPerSecond: Int
    "Seconds until what waits is sent."
    secondsToDrain: Int
    "What the sender's queue at Twilio can hold: ten hours."
    queueSegments: Int
  }

  type RetriedMessages {
    "How many were sent again."
    retried: Int!
    "How many of these were refused at once."
    refused: Int!
  }

  type Query {
    "Messages that failed for good and were not sent again, newest first."
    failedMessages(first: Int, after: String): MessageConnection! @requireAuth
    senderForecast(sender: String!): SenderForecast! @requireAuth
  }

  type Mutation {
    "Sends again all failed messages that can be, 500 at most."
    retryFailedMessages: RetriedMessages!
      @requireAuth(roles: ["ADMIN", "AGENT"])
  }
`
