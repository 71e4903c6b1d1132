'use strict'

// Loaded into each server before its program (`node --require`), so that it can be asked what it has used.
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  // There with --expose-gc only.
  global.gc?.()
  process.send({
    cpuSeconds: (user + system) / 1e6,
    rss: process.memoryUsage.rss(),
    heap: process.memoryUsage().heapUsed,
  })
})
// Whoever started it is gone: nobody else would end it.
process.on('disconnect', () => process.exit())
process.channel?.unref()
