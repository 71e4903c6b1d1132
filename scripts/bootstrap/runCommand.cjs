'use strict'

const [, , name, ...args] = process.argv

import('./signals.mjs')
  .then(() => import(`./commands/${name}.mjs`))
  .then(({ default: command }) => command(args))
  .then((code) => {
    process.exitCode = code ?? 0
  })
  .catch(async (error) => {
    const { describe } = await import('./errors.mjs')
    console.error(describe(error))
    process.exit(1)
  })
