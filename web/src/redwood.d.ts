// Gives Redwood's hooks and Cells Apollo's types; RedwoodApolloProvider, which would, is not used here.
import '@redwoodjs/web/apollo'
