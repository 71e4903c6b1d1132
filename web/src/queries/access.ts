import { gql } from '@apollo/client'

export const API_KEY_FIELDS = gql`
  fragment ApiKeyFields on ApiKey {
    id
    name
    prefix
    role
    scopes
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
  }
`

export const API_KEYS = gql`
  query ApiKeysQuery {
    apiKeys {
      ...ApiKeyFields
    }
  }
  ${API_KEY_FIELDS}
`

export const CREATE_API_KEY = gql`
  mutation CreateApiKeyMutation($input: ApiKeyInput!) {
    createApiKey(input: $input) {
      key
      apiKey {
        ...ApiKeyFields
      }
    }
  }
  ${API_KEY_FIELDS}
`

export const REVOKE_API_KEY = gql`
  mutation RevokeApiKeyMutation($id: ID!) {
    revokeApiKey(id: $id) {
      ...ApiKeyFields
    }
  }
  ${API_KEY_FIELDS}
`

export const USER_ACCOUNT_FIELDS = gql`
  fragment UserAccountFields on UserAccount {
    id
    email
    name
    role
    isInvited
    invitedUntil
    deactivatedAt
    lastSeenAt
  }
`

export const USER_ACCOUNTS = gql`
  query UserAccountsQuery {
    userAccounts {
      ...UserAccountFields
    }
  }
  ${USER_ACCOUNT_FIELDS}
`

export const INVITE_USER = gql`
  mutation InviteUserMutation($input: UserInput!) {
    inviteUser(input: $input) {
      link
      account {
        ...UserAccountFields
      }
    }
  }
  ${USER_ACCOUNT_FIELDS}
`

export const RENEW_INVITATION = gql`
  mutation RenewInvitationMutation($id: ID!) {
    renewInvitation(id: $id) {
      link
      account {
        ...UserAccountFields
      }
    }
  }
  ${USER_ACCOUNT_FIELDS}
`

export const CHANGE_USER = gql`
  mutation ChangeUserMutation($id: ID!, $change: UserChange!) {
    changeUser(id: $id, change: $change) {
      ...UserAccountFields
    }
  }
  ${USER_ACCOUNT_FIELDS}
`

export const ACCEPT_INVITATION = gql`
  mutation AcceptInvitationMutation($token: String!, $password: String!) {
    acceptInvitation(token: $token, password: $password)
  }
`

export const CHANGE_PASSWORD = gql`
  mutation ChangePasswordMutation($current: String!, $next: String!) {
    changePassword(current: $current, next: $next)
  }
`

export const LOG_OUT_EVERYWHERE = gql`
  mutation LogOutEverywhereMutation {
    logOutEverywhere
  }
`
