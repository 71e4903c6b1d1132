export const schema = gql`
  enum SetupSenderKind {
    PHONE_NUMBER
    MESSAGING_SERVICE
    CONVERSATIONS
    "A short code or a name."
    OTHER
  }

  enum SetupPurpose {
    MESSAGES
    CALLS
    CALL_STATUS
    CONVERSATIONS
  }

  enum SetupState {
    "It is as it should be."
    SET
    "Something else is set."
    OTHER
    MISSING
    "Twilio could not be asked, or does not tell."
    UNKNOWN
  }

  "A webhook that belongs into Twilio's console."
  type SetupUrl {
    purpose: SetupPurpose!
    "Where it is in the console."
    place: String!
    expected: String!
    "What is set there now."
    current: String
    state: SetupState!
    "What is wrong, or could be better."
    note: String
  }

  "One of our addresses, with its webhooks at Twilio."
  type SetupSender {
    "Null for the account's default Conversations service."
    address: String
    name: String!
    kind: SetupSenderKind!
    urls: [SetupUrl!]!
  }

  type Setup {
    "The origin that Twilio is to call: API_BASE_URL."
    publicOrigin: String!
    "False where it is of this machine or of a private network, so that Twilio can not reach it."
    isReachable: Boolean!
    accountSid: String!
    senders: [SetupSender!]!
  }

  enum SelfTestStepName {
    "Twilio took the message."
    CREATED
    "Twilio reported a status of it."
    CALLED_BACK
    DELIVERED
    "An answer came back."
    ANSWERED
  }

  enum SelfTestState {
    WAITING
    DONE
    FAILED
  }

  type SelfTestStep {
    step: SelfTestStepName!
    state: SelfTestState!
    at: DateTime
    "Since the message was written."
    milliseconds: Int
    "What keeps it, and what mends that."
    problem: String
  }

  "A message's way out, and its answer's way back."
  type SelfTest {
    message: Message!
    steps: [SelfTestStep!]!
    "Nothing more will come."
    isOver: Boolean!
    "Where its handset page is, when the simulator takes Twilio's place."
    simulatorUrl: String
  }

  type Query {
    "Asks Twilio what is set in its console."
    setup: Setup! @requireAuth(roles: ["ADMIN"])
    selfTest(messageId: ID!): SelfTest! @requireAuth(roles: ["ADMIN"])
  }

  type Mutation {
    "Sends a real message, whose way selfTest then tells."
    startSelfTest(to: String!, from: String): SelfTest!
      @requireAuth(roles: ["ADMIN"])
  }
`
