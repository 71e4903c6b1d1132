import { gql } from '@apollo/client'

const CALL_SETTINGS_FIELDS = gql`
  fragment CallSettingsFields on CallSettings {
    id
    address
    answer
    text
    language
    maxSeconds
  }
`

export const CALL_SETTINGS = gql`
  query CallSettingsQuery {
    callSettings {
      ...CallSettingsFields
    }
    spokenLanguages
  }
  ${CALL_SETTINGS_FIELDS}
`

export const SAVE_CALL_SETTINGS = gql`
  mutation SaveCallSettingsMutation(
    $address: String
    $answer: CallAnswer!
    $text: String!
    $language: String!
    $maxSeconds: Int!
  ) {
    saveCallSettings(
      address: $address
      answer: $answer
      text: $text
      language: $language
      maxSeconds: $maxSeconds
    ) {
      ...CallSettingsFields
    }
  }
  ${CALL_SETTINGS_FIELDS}
`

export const DELETE_CALL_SETTINGS = gql`
  mutation DeleteCallSettingsMutation($address: String!) {
    deleteCallSettings(address: $address) {
      id
    }
  }
`
