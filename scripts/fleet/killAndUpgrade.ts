// Takes minutes and the whole machine, so it is asked for by name:
// `node --import tsx --test scripts/fleet/killAndUpgrade.ts`
import { after } from 'node:test'

import { closeFleet, WITHOUT_REDIS } from './fleet'

import './killMatrix'
import './rolling'

if (WITHOUT_REDIS) {
  console.log(`\n${WITHOUT_REDIS}\n`)
}

after(closeFleet)
