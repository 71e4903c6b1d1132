/**
 * The fields of a GraphQL type that are not columns of its row. (Redwood's generated types know the fields of the SDL
 * only, not the columns that a resolver needs.)
 */
export type Relations<Row> = Record<
  string,
  (args: unknown, parent: { root: Row }) => unknown
>
