import { config } from 'src/lib/config/config'
import { readConfig } from 'src/lib/config/readConfig'

import { isMisplacedDemo } from './demo'

const DATABASE_URL = 'postgresql://localhost/heliograph'

describe('the demo’s login', () => {
  it('is refused where the simulator is not what is talked to, as in these tests', () => {
    expect(config.simulated).toBe(false)
    expect(isMisplacedDemo('demo@heliograph.test')).toBe(true)
    expect(isMisplacedDemo('operator@example.com')).toBe(false)
  })

  it.each([
    [{}, true],
    [{ TWILIO_API_BASE_URL: 'https://api.twilio.com' }, false],
    [{ TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}` }, false],
  ])('is for the simulator’s own account: %j', (env, simulated) => {
    expect(readConfig({ DATABASE_URL, ...env }).simulated).toBe(simulated)
  })
})
