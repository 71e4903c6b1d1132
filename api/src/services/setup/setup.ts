import type { MutationResolvers, QueryResolvers } from 'types/graphql'

import { author } from 'src/lib/auth'
import { readSetup } from 'src/lib/setup/readSetup'
import {
  readSelfTest,
  startSelfTest as startTest,
} from 'src/lib/setup/selfTest'

export const setup: QueryResolvers['setup'] = () => readSetup()

export const selfTest: QueryResolvers['selfTest'] = ({ messageId }) =>
  readSelfTest(messageId)

export const startSelfTest: MutationResolvers['startSelfTest'] = async (
  input
) => {
  const { id } = await startTest(input, author())
  return readSelfTest(id)
}
