import { gql } from '@apollo/client'

export const AUDIT_ENTRIES = gql`
  query AuditEntriesQuery($filter: AuditFilter, $after: String) {
    auditEntries(filter: $filter, after: $after) {
      edges {
        cursor
        node {
          ...AuditEntryFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }

  fragment AuditEntryFields on AuditEntry {
    id
    at
    group
    action
    outcome
    code
    actor {
      kind
      id
      name
      email
      sessionId
    }
    subject {
      type
      id
      name
    }
    arguments {
      name
      value
      label
    }
    changes {
      field
      before
      after
    }
    address
    userAgent
    requestId
  }
`

/** Whose entries can be asked for: people and programs, also those who are gone. */
export const AUDIT_ACTORS = gql`
  query AuditActorsQuery {
    userAccounts {
      id
      name
      email
    }
    apiKeys {
      id
      name
      prefix
    }
  }
`
