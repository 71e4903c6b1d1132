import { gql } from '@apollo/client'

export const UPDATE_SETTINGS = gql`
  mutation UpdateSettingsMutation($settings: UserSettingsInput!) {
    updateSettings(settings: $settings) {
      id
    }
  }
`

export const UPDATE_ME = gql`
  mutation UpdateMeMutation($name: String) {
    updateMe(name: $name) {
      id
      name
    }
  }
`
