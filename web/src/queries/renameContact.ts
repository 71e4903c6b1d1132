import { gql } from '@apollo/client'

export const RENAME_CONTACT = gql`
  mutation RenameContactMutation($id: ID!, $name: String!) {
    renameContact(id: $id, name: $name) {
      id
      name
    }
  }
`
