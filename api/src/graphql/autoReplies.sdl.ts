export const schema = gql`
  "When a rule answers."
  enum AutoReplyCondition {
    ALWAYS
    "The contact begins the conversation with it."
    FIRST_MESSAGE
    KEYWORD
    "By the channel's opening hours, time zone and holidays."
    OUTSIDE_HOURS
  }

  "When a channel answers by itself, and what."
  type AutoReplyRule {
    id: ID!
    "SMS, WHATSAPP or both."
    kinds: [ChannelKind!]!
    condition: AutoReplyCondition!
    "Of KEYWORD: any of them, in any case, as a word of its own."
    keywords: [String!]!
    "The whole message is the keyword."
    wholeMessage: Boolean!
    "{name} is the contact's, {channel} the channel's, {opensAt} when it opens next."
    text: String!
    "How long it is silent in a conversation that it has answered in."
    cooldownSeconds: Int!
    isEnabled: Boolean!
    updatedAt: DateTime!
  }

  input AutoReplyRuleInput {
    kinds: [ChannelKind!]!
    condition: AutoReplyCondition!
    keywords: [String!]
    wholeMessage: Boolean
    text: String!
    "From 0 to 2,592,000 (30 days); an hour unless told."
    cooldownSeconds: Int
    isEnabled: Boolean
  }

  type Mutation {
    "Comes after the others of the channel."
    createAutoReplyRule(channelId: ID!, input: AutoReplyRuleInput!): Channel!
      @requireAuth(roles: ["ADMIN"])
    updateAutoReplyRule(id: ID!, input: AutoReplyRuleInput!): Channel!
      @requireAuth(roles: ["ADMIN"])
    deleteAutoReplyRule(id: ID!): Channel! @requireAuth(roles: ["ADMIN"])
    "All rules of the channel, in their new order."
    orderAutoReplyRules(channelId: ID!, ids: [ID!]!): Channel!
      @requireAuth(roles: ["ADMIN"])
  }

  type Message {
    "An automatic reply: a rule of the channel wrote it."
    isAutomatic: Boolean!
  }
`
