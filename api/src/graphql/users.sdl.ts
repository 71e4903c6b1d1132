export const schema = gql`
  "A user, as administrators see one."
  type UserAccount {
    id: ID!
    email: String!
    name: String
    role: Role!
    createdAt: DateTime!
    "When the link ends by which the password is set; null where there is none."
    invitedUntil: DateTime
    "A password has never been set."
    isInvited: Boolean!
    deactivatedAt: DateTime
    lastSeenAt: DateTime
  }

  "Whoever opens the link sets the password: it is shown this once, and ends in 7 days."
  type Invitation {
    account: UserAccount!
    link: String!
  }

  input UserInput {
    email: String!
    name: String
    role: Role!
  }

  "What is left out stays as it is."
  input UserChange {
    role: Role
    isActive: Boolean
  }

  type Query {
    "Also who no longer works here."
    userAccounts: [UserAccount!]! @requireAuth(roles: ["ADMIN"])
  }

  type Mutation {
    inviteUser(input: UserInput!): Invitation! @requireAuth(roles: ["ADMIN"])
    "A new link, for who has lost the first one or the password."
    renewInvitation(id: ID!): Invitation! @requireAuth(roles: ["ADMIN"])
    changeUser(id: ID!, change: UserChange!): UserAccount!
      @requireAuth(roles: ["ADMIN"])
    "Sets the password by a link, and answers with the e-mail address that logs in by it."
    acceptInvitation(token: String!, password: String!): String! @skipAuth
  }
`
