export const schema = gql`
  enum AuditGroup {
    "Logins, passwords, one's own account."
    ACCESS
    "What is for administrators."
    ADMINISTRATION
    "What is done around messages."
    INBOX
    "What leaves this house."
    SENDING
    "What leaves it as a file."
    EXPORT
  }

  enum AuditActorKind {
    USER
    API_KEY
    "Who typed it on the machine's console."
    CONSOLE
    "It happened by itself."
    SYSTEM
    "Who was not let in."
    NOBODY
  }

  enum AuditOutcome {
    DONE
    "Whoever tried it may not."
    REFUSED
    FAILED
  }

  type AuditActor {
    kind: AuditActorKind!
    "Of the user, or of the key; who it was may be gone."
    id: ID
    "As it was then."
    name: String
    email: String
    sessionId: ID
  }

  type AuditSubject {
    "The model that it is a row of."
    type: String!
    id: String
    "As it was then. Contacts are named by their id only."
    name: String
  }

  type AuditArgument {
    name: String!
    value: String!
    "What the value is the id of, by its name then."
    label: String
  }

  type AuditChange {
    field: String!
    before: String
    after: String
  }

  "Who did what to which thing, from where. It never changes."
  type AuditEntry {
    id: ID!
    at: DateTime!
    group: AuditGroup!
    "A mutation's name, or what happened elsewhere (logIn)."
    action: String!
    "Null: it was begun, and what came of it is not known; it may be going on."
    outcome: AuditOutcome
    "Of what failed or was refused."
    code: String
    actor: AuditActor!
    subject: AuditSubject
    "Ids, choices and numbers, and few texts; never what somebody wrote, a password or a key."
    arguments: [AuditArgument!]!
    changes: [AuditChange!]!
    address: String
    userAgent: String
    requestId: String
  }

  type AuditEdge {
    cursor: String!
    node: AuditEntry!
  }

  type AuditConnection {
    edges: [AuditEdge!]!
    pageInfo: PageInfo!
  }

  input AuditFilter {
    "Parts of names, addresses of e-mail, and of what was asked for."
    search: String
    "A user's id, or a key's."
    actorId: ID
    group: AuditGroup
    action: String
    subjectType: String
    subjectId: String
    "From then on."
    from: DateTime
    "Before then."
    to: DateTime
  }

  type Query {
    "Newest first; at most 100 on a page, 50 unless told."
    auditEntries(
      filter: AuditFilter
      first: Int
      after: String
    ): AuditConnection! @requireAuth(roles: ["ADMIN"])
  }
`
