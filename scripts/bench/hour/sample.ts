import type { CDPSession } from '@playwright/test'

import type { Server } from '../servers/server'

/** What there is at a moment, once all that can be collected is; bytes, or how many. */
export interface Sample {
  minute: number
  /** Of the page. */
  heap: number
  nodes: number
  listeners: number
  /** Of the server. */
  serverHeap: number
  rss: number
}

/** https://chromedevtools.github.io/devtools-protocol/tot/Performance/ */
export async function takeSample(
  session: CDPSession,
  server: Server,
  minute: number
): Promise<Sample> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const valueOf = (name: string) =>
    metrics.find((metric) => metric.name === name)?.value ?? NaN
  const { rss, heap } = await server.usage()
  return {
    minute,
    heap: valueOf('JSHeapUsedSize'),
    nodes: valueOf('Nodes'),
    listeners: valueOf('JSEventListeners'),
    serverHeap: heap,
    rss,
  }
}
