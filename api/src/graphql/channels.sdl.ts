export const schema = gql`
  "A sender address of ours, and how we use it."
  type Channel {
    id: ID!
    "Without a channel prefix: a number, a short code, a name, or the SID of a service (MG…, IS…)."
    address: String!
    "What comes to it, and goes from it."
    kinds: [ChannelKind!]!
    name: String!
    "What it can send, for forecasts; null is Twilio's usual rate for its kind of address."
    segmentsPerSecond: Int
    "Written from where nothing else is named, and takes what comes to an address that no channel has. There is one."
    isDefault: Boolean!
    "IANA's name."
    timeZone: String!
    "In the channel's time zone; none is always open."
    openingHours: [OpeningSpan!]!
    "Days (yyyy-mm-dd) on which nothing begins."
    holidays: [String!]!
    isOpen: Boolean
    "The next time that a span begins; null where none is to be seen."
    opensAt: DateTime
    "In their order: the first that fits answers."
    autoReplies: [AutoReplyRule!]!
    createdAt: DateTime!
    updatedAt: DateTime!
  }

  "One that ends before it begins ends the next day."
  type OpeningSpan {
    "ISO: 1 is Monday, 7 is Sunday."
    weekday: Int!
    "hh:mm"
    from: String!
    "hh:mm; 24:00 is the end of the day."
    to: String!
  }

  input OpeningSpanInput {
    weekday: Int!
    from: String!
    to: String!
  }

  input ChannelInput {
    address: String!
    kinds: [ChannelKind!]!
    name: String!
    segmentsPerSecond: Int
    "The default moves to the channel that has it last."
    isDefault: Boolean
    "UTC unless told."
    timeZone: String
    openingHours: [OpeningSpanInput!]
    holidays: [String!]
  }

  type Query {
    "The default one first, then by name."
    channels: [Channel!]! @requireAuth
  }

  type Mutation {
    createChannel(input: ChannelInput!): Channel! @requireAuth(roles: ["ADMIN"])
    "What the input leaves out becomes what it is by itself."
    updateChannel(id: ID!, input: ChannelInput!): Channel!
      @requireAuth(roles: ["ADMIN"])
    "Its automatic replies go with it, its conversations stay. Not the default one."
    deleteChannel(id: ID!): Channel! @requireAuth(roles: ["ADMIN"])
  }
`
