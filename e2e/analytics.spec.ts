import { readFileSync } from 'node:fs'

import { expect, test } from './fixtures'
import { freshNumber, logIn, writeTo } from './operate'

test('what was sent is counted, shown, narrowed and taken along', async ({
  page,
  operator,
}) => {
  test.setTimeout(240_000)
  await logIn(page, operator)
  await writeTo(page, freshNumber(), 'Counted like all the others')
  await expect(
    page.getByText('Counted like all the others').first()
  ).toBeVisible()

  await page.goto('/analytics')
  const sent = page.getByRole('definition').nth(0)
  // A worker counts every minute, what is older than half of one.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/^Counted until/)).toBeVisible()
    expect(Number((await sent.innerText()).replace(/\D/g, ''))).toBeGreaterThan(
      0
    )
  }).toPass({ timeout: 150_000, intervals: [5_000] })

  // Each chart has its figures.
  await expect(
    page.getByRole('img', { name: /Messages per day/ })
  ).toBeVisible()
  // Folded away or not.
  const days = page
    .locator('table')
    .filter({ hasText: 'Messages per day' })
    .locator('tr')
  await expect(days).toHaveCount(31)

  await page.getByRole('radio', { name: '7 days' }).check({ force: true })
  await expect(page).toHaveURL(/days=7/)
  await expect(days).toHaveCount(8)

  await page.getByRole('radio', { name: 'Custom' }).check({ force: true })
  const today = page.getByRole('textbox', { name: 'Until', exact: true })
  await page
    .getByRole('textbox', { name: 'From', exact: true })
    .fill(await today.inputValue())
  await expect(days).toHaveCount(2)

  await page.getByLabel('Channel').selectOption('WHATSAPP')
  await expect(page).toHaveURL(/channel=WHATSAPP/)
  await page.getByLabel('Channel').selectOption('')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('analytics.csv')
  const csv = readFileSync(await download.path(), 'utf8')
  expect(csv).toMatch(/day,channel,inbound,sent,delivered,failed/)
  expect(csv).toMatch(/\n\d{4}-\d\d-\d\d,SMS,\d+,[1-9]/)
})

test('who is not logged in gets no figures', async ({ request }) => {
  const day = '2026-01-01'
  const response = await request.get('/.redwood/functions/analytics.csv', {
    params: { from: day, to: day, timeZone: 'UTC' },
  })
  expect(response.status()).toBe(401)
})
