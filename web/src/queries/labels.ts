import { gql } from '@apollo/client'

export const LABEL_FIELDS = gql`
  fragment LabelFields on Label {
    id
    name
    color
  }
`

export const LABELS = gql`
  query LabelsQuery {
    labels {
      ...LabelFields
    }
  }
  ${LABEL_FIELDS}
`

export const CREATE_LABEL = gql`
  mutation CreateLabelMutation($name: String!, $color: LabelColor!) {
    label: createLabel(name: $name, color: $color) {
      ...LabelFields
    }
  }
  ${LABEL_FIELDS}
`

export const UPDATE_LABEL = gql`
  mutation UpdateLabelMutation($id: ID!, $name: String!, $color: LabelColor!) {
    label: updateLabel(id: $id, name: $name, color: $color) {
      ...LabelFields
    }
  }
  ${LABEL_FIELDS}
`

export const DELETE_LABEL = gql`
  mutation DeleteLabelMutation($id: ID!) {
    deleteLabel(id: $id) {
      id
    }
  }
`
