import { setTimeout as sleep } from 'node:timers/promises'

const REMIND_AFTER_MS = 60_000

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    return response.ok
  } catch {
    return false
  }
}

async function wait(name, url) {
  for (let remindAt = Date.now() + REMIND_AFTER_MS; !(await answers(url)); ) {
    if (Date.now() > remindAt) {
      console.log(`Still waiting for ${name}: its log is above.`)
      remindAt = Date.now() + REMIND_AFTER_MS
    }
    await sleep(200)
  }
}

/** Resolves when every one of the URLs, by name, has answered 2xx. */
export const waitUntilAnswering = (urls) =>
  Promise.all(Object.entries(urls).map(([name, url]) => wait(name, url)))
