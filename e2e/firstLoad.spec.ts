import { gzipSync } from 'node:zlib'

import { expect, test } from './fixtures'
import { logIn } from './operate'

const LIMIT = 200_000

test('all the JavaScript until the inbox stands is at most 200 kB', async ({
  page,
  operator,
}) => {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') {
      sizes.push(response.body().then((body) => gzipSync(body).length))
    }
  })
  // With an empty cache, and so with the few kilobytes of the login page.
  await logIn(page, operator)
  // The first test may meet a server that has only just started.
  await expect(
    page.getByRole('heading', { name: 'Open', exact: true })
  ).toBeVisible({ timeout: 15_000 })
  await page.waitForLoadState('load')

  const sum = (await Promise.all(sizes)).reduce((a, b) => a + b, 0)
  const description = `${sizes.length} scripts, ${(sum / 1000).toFixed(1)} kB gzip`
  test.info().annotations.push({ type: 'first load', description })
  expect(sizes.length).toBeGreaterThan(1)
  expect(sum, description).toBeLessThanOrEqual(LIMIT)
})
