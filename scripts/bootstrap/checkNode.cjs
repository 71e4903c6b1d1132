// Runs on the oldest Node that a machine may still have, so its syntax is as old.
'use strict'

var OLDEST = 20

var major = Number(process.versions.node.split('.')[0])
if (major < OLDEST) {
  console.error(
    'Heliograph needs Node ' +
      OLDEST +
      ' or newer; this is ' +
      process.version +
      ': https://nodejs.org'
  )
  process.exit(1)
}
