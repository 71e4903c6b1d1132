import { gql } from '@apollo/client'

import { LABEL_FIELDS } from './labels'

/** What operators keep of a contact. Never without `updatedAt`, by which others see that it is another. */
export const KEPT_FIELDS = gql`
  fragment KeptFields on Contact {
    id
    notes
    updatedAt
    labels {
      ...LabelFields
    }
  }
  ${LABEL_FIELDS}
`

export const UPDATE_CONTACT_NOTES = gql`
  mutation UpdateContactNotesMutation(
    $id: ID!
    $notes: String!
    $previous: String
  ) {
    contact: updateContactNotes(id: $id, notes: $notes, previous: $previous) {
      ...KeptFields
    }
  }
  ${KEPT_FIELDS}
`

export const LABEL_CONTACT = gql`
  mutation LabelContactMutation($id: ID!, $labelId: ID!) {
    contact: labelContact(id: $id, labelId: $labelId) {
      ...KeptFields
    }
  }
  ${KEPT_FIELDS}
`

export const UNLABEL_CONTACT = gql`
  mutation UnlabelContactMutation($id: ID!, $labelId: ID!) {
    contact: unlabelContact(id: $id, labelId: $labelId) {
      ...KeptFields
    }
  }
  ${KEPT_FIELDS}
`
