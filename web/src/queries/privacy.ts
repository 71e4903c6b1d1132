import { gql } from '@apollo/client'

const RETENTION_FIELDS = gql`
  fragment RetentionFields on Retention {
    id
    address
    textDays
    mediaDays
    eventDays
    updatedAt
  }
`

export const RETENTIONS = gql`
  query RetentionsQuery {
    retentions {
      ...RetentionFields
    }
  }
  ${RETENTION_FIELDS}
`

export const RETENTION_REACH = gql`
  query RetentionReachQuery($address: String, $textDays: Int!) {
    reach: retentionReach(address: $address, textDays: $textDays)
  }
`

export const SET_RETENTION = gql`
  mutation SetRetentionMutation(
    $address: String
    $textDays: Int
    $mediaDays: Int
    $eventDays: Int
    $known: DateTime
  ) {
    setRetention(
      address: $address
      textDays: $textDays
      mediaDays: $mediaDays
      eventDays: $eventDays
      known: $known
    ) {
      ...RetentionFields
    }
  }
  ${RETENTION_FIELDS}
`

export const DELETE_RETENTION = gql`
  mutation DeleteRetentionMutation($address: String!) {
    deleteRetention(address: $address) {
      id
    }
  }
`

export const ERASE_CONTACT = gql`
  mutation EraseContactMutation($id: ID!, $confirmation: String!) {
    contact: eraseContact(id: $id, confirmation: $confirmation) {
      id
      address
      name
      notes
      profileName
      city
      state
      zip
      country
      labels {
        id
      }
      erasedAt
      updatedAt
    }
  }
`
