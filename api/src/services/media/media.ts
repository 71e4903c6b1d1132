import type { MutationResolvers } from 'types/graphql'

import { fetchAgain } from 'src/lib/inbound/fetchAgain'

export const fetchMediaAgain: MutationResolvers['fetchMediaAgain'] = ({ id }) =>
  fetchAgain(id)
