import { config } from 'src/lib/config/config'
import { publicAgentsFor } from 'src/lib/http/publicAgents'

export { isNotPublic } from 'src/lib/http/publicAgents'

/** What connects to a file's address: to a public one only, but for the hosts that the administrator has named. */
export const agentsFor = (url: string) =>
  publicAgentsFor(url, config.mediaAllowedHosts)
