export const schema = gql`
  type Media {
    message: Message!
  }

  type MediaEdge {
    cursor: String!
    node: Media!
  }

  type MediaConnection {
    "Newest first."
    edges: [MediaEdge!]!
    pageInfo: PageInfo!
  }

  type Contact {
    "The files of all its conversations: the first \`first\` (at most 100, 30 unless told) after the cursor \`after\`."
    media(first: Int, after: String): MediaConnection
  }
`
