export const schema = gql`
  "Of the messages that were due on a day, as they are now."
  type AnalyticsDay {
    "yyyy-mm-dd, of the time zone that was asked for."
    day: String!
    inbound: Int!
    "Outbound, without what waits or was canceled."
    sent: Int!
    delivered: Int!
    failed: Int!
    "First answers of a person that day."
    answers: Int!
    "How long contacts had waited for them, to 2.5 %; null without any."
    medianSeconds: Float
    p90Seconds: Float
  }

  type AnalyticsChannel {
    channel: ChannelKind!
    inbound: Int!
    sent: Int!
    delivered: Int!
    failed: Int!
  }

  type AnalyticsHour {
    "1 is Monday."
    weekday: Int!
    "From 0 to 23."
    hour: Int!
    inbound: Int!
    sent: Int!
  }

  type AnalyticsError {
    "Twilio's; null is a failure that came without one."
    code: Int
    count: Int!
    "What went wrong, in one sentence."
    cause: String!
    "What to do about it."
    nextStep: String!
  }

  type ResponseTimes {
    answers: Int!
    medianSeconds: Float
    p90Seconds: Float
  }

  type Analytics {
    "Until when the figures are counted; null while they never were."
    countedUntil: DateTime
    "Every day that was asked for."
    days: [AnalyticsDay!]!
    channels: [AnalyticsChannel!]!
    "Without those in which nothing was written."
    hours: [AnalyticsHour!]!
    "The most frequent first."
    errors: [AnalyticsError!]!
    "From a contact's first message of a turn to the first answer of a person."
    responses: ResponseTimes!
  }

  type Query {
    "Days are yyyy-mm-dd, both inclusive, 366 at most, in a time zone of IANA's name."
    analytics(
      from: String!
      to: String!
      timeZone: String!
      channel: ChannelKind
    ): Analytics! @requireAuth
  }
`
