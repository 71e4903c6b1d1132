export const schema = gql`
  enum CallStatus {
    QUEUED
    INITIATED
    RINGING
    IN_PROGRESS
    COMPLETED
    BUSY
    FAILED
    NO_ANSWER
    CANCELED
  }

  "How a call is answered: by a text that is said, or by a greeting and a recording."
  enum CallAnswer {
    SAY
    RECORD
  }

  "What makes a message of the channel VOICE a call. Its voicemail is the message's media."
  type Call {
    sid: ID!
    "The furthest that was reported."
    status: CallStatus!
    "How it was answered; null while it has not asked."
    answer: CallAnswer
    answeredAt: DateTime
    endedAt: DateTime
    "From its answer to its end."
    durationSeconds: Int
    "Of its voicemail."
    recordedSeconds: Int
  }

  type CallSettings {
    id: ID!
    "Null: all addresses that have none of their own."
    address: String
    answer: CallAnswer!
    "What is said: all there is to say, or the greeting before a recording."
    text: String!
    "As Twilio's <Say> names it: en-US."
    language: String!
    "The longest voicemail, in seconds."
    maxSeconds: Int!
  }

  type Query {
    "First those of all addresses that have none of their own."
    callSettings: [CallSettings!]! @requireAuth(roles: ["ADMIN"])
    "What Twilio speaks."
    spokenLanguages: [String!]! @requireAuth(roles: ["ADMIN"])
  }

  type Mutation {
    "Makes them, or changes them where the address has some."
    saveCallSettings(
      "Null: all addresses that have none of their own."
      address: String
      answer: CallAnswer!
      text: String!
      language: String!
      maxSeconds: Int!
    ): CallSettings! @requireAuth(roles: ["ADMIN"])
    deleteCallSettings(address: String!): CallSettings!
      @requireAuth(roles: ["ADMIN"])
  }
`
