import type { QueryResolvers } from 'types/graphql'

import { readHealth } from 'src/lib/webhookHealth/readHealth'

export const webhookHealth: QueryResolvers['webhookHealth'] = () => readHealth()
