import { config } from 'src/lib/config/config'

/** The demo's login (scripts/bootstrap/demo.cjs): its password is public. */
const DEMO_EMAIL = 'demo@heliograph.test'

/** Whether this is the demo's user where there is no demo: in production, or with a real account. */
export const isMisplacedDemo = (email: string) =>
  email === DEMO_EMAIL && !config.simulated
