// In one process, one after the other: they share their processes, and they load the machine.
import { after } from 'node:test'

import { closeFleet, WITHOUT_REDIS } from './fleet'

import './live'
import './killMatrix'
import './rolling'

if (WITHOUT_REDIS) {
  console.log(`\n${WITHOUT_REDIS}\n`)
}

after(closeFleet)
