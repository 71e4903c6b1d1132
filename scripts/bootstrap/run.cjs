// The door of every npm script: `node scripts/bootstrap/run.cjs <command> …`
'use strict'

require('./checkNode.cjs')
// Its syntax is news to an old Node, which must not even read it.
require('./runCommand.cjs')
