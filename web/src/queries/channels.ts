import { gql } from '@apollo/client'

const AUTO_REPLY_RULE_FIELDS = gql`
  fragment AutoReplyRuleFields on AutoReplyRule {
    id
    kinds
    condition
    keywords
    wholeMessage
    text
    cooldownSeconds
    isEnabled
    updatedAt
  }
`

const CHANNEL_FIELDS = gql`
  fragment ChannelFields on Channel {
    id
    address
    kinds
    name
    segmentsPerSecond
    isDefault
    timeZone
    openingHours {
      weekday
      from
      to
    }
    holidays
    isOpen
    updatedAt
    autoReplies {
      ...AutoReplyRuleFields
    }
  }
  ${AUTO_REPLY_RULE_FIELDS}
`

/** What our addresses are called: all that the inbox shows of a channel. */
export const CHANNEL_NAMES = gql`
  query ChannelNamesQuery {
    channels {
      id
      address
      name
    }
  }
`

export const CHANNELS = gql`
  query ChannelsQuery {
    channels {
      ...ChannelFields
    }
  }
  ${CHANNEL_FIELDS}
`

export const CREATE_CHANNEL = gql`
  mutation CreateChannelMutation($input: ChannelInput!) {
    channel: createChannel(input: $input) {
      ...ChannelFields
    }
  }
  ${CHANNEL_FIELDS}
`

export const UPDATE_CHANNEL = gql`
  mutation UpdateChannelMutation($id: ID!, $input: ChannelInput!) {
    channel: updateChannel(id: $id, input: $input) {
      ...ChannelFields
    }
  }
  ${CHANNEL_FIELDS}
`

export const DELETE_CHANNEL = gql`
  mutation DeleteChannelMutation($id: ID!) {
    deleteChannel(id: $id) {
      id
    }
  }
`

export const CREATE_AUTO_REPLY = gql`
  mutation CreateAutoReplyMutation(
    $channelId: ID!
    $input: AutoReplyRuleInput!
  ) {
    channel: createAutoReplyRule(channelId: $channelId, input: $input) {
      ...ChannelFields
    }
  }
  ${CHANNEL_FIELDS}
`

export const UPDATE_AUTO_REPLY = gql`
  mutation UpdateAutoReplyMutation($id: ID!, $input: AutoReplyRuleInput!) {
    channel: updateAutoReplyRule(id: $id, input: $input) {
      ...ChannelFields
    }
  }
  ${CHANNEL_FIELDS}
`

export const DELETE_AUTO_REPLY = gql`
  mutation DeleteAutoReplyMutation($id: ID!) {
    channel: deleteAutoReplyRule(id: $id) {
      ...ChannelFields
    }
  }
  ${CHANNEL_FIELDS}
`

export const ORDER_AUTO_REPLIES = gql`
  mutation OrderAutoRepliesMutation($channelId: ID!, $ids: [ID!]!) {
    channel: orderAutoReplyRules(channelId: $channelId, ids: $ids) {
      ...ChannelFields
    }
  }
  ${CHANNEL_FIELDS}
`
