export const schema = gql`
  "What a key may be used for, of what its role may."
  enum ApiKeyScope {
    "Asks and listens; files and figures."
    READ
    "Sends messages, again or not at all."
    SEND
    "What is done around a message: notes, labels, archiving, files."
    WORK
    "What is for administrators only."
    CONFIGURE
  }

  type ApiKey {
    id: ID!
    name: String!
    "The first characters, to recognise it by."
    prefix: String!
    role: Role!
    scopes: [ApiKeyScope!]!
    createdAt: DateTime!
    expiresAt: DateTime
    "Noted once a minute at most."
    lastUsedAt: DateTime
    revokedAt: DateTime
  }

  type ApiKeyWithSecret {
    apiKey: ApiKey!
    "Shown this once: only its hash is kept."
    key: String!
  }

  input ApiKeyInput {
    "What uses it."
    name: String!
    role: Role!
    "All, where none are named."
    scopes: [ApiKeyScope!]
    expiresAt: DateTime
  }

  type Query {
    "Newest first; those that were revoked too."
    apiKeys: [ApiKey!]! @requireAuth(roles: ["ADMIN"])
  }

  type Mutation {
    createApiKey(input: ApiKeyInput!): ApiKeyWithSecret!
      @requireAuth(roles: ["ADMIN"])
    "Ends a key and the streams that it has opened."
    revokeApiKey(id: ID!): ApiKey! @requireAuth(roles: ["ADMIN"])
  }
`
