import { expect, test } from './fixtures'
import { freshNumber, logIn, writeTo } from './operate'

const FUNCTIONS = '/.redwood/functions'

test('an administrator sees that Twilio calls, and why some calls were refused', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  await writeTo(page, freshNumber(), 'Do you hear us?')
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('Delivered').first()).toBeAttached()

  const unsigned = await page.request.post(`${FUNCTIONS}/twilioMessage`, {
    form: { Body: 'not from Twilio' },
  })
  expect(unsigned.status()).toBe(403)
  await page.request.post(`${simulatorUrl}/control/faults`, {
    data: { kind: 'badSignature', match: { webhook: 'message' }, times: 1 },
  })
  await page.request.post(`${simulatorUrl}/control/inbound`, {
    data: { from: freshNumber(), body: 'Signed with another token' },
  })

  await page.getByRole('button', { name: 'Account of Operator' }).click()
  await page.getByRole('link', { name: 'Webhook health' }).click()
  await expect(page).toHaveURL(/\/webhooks$/)
  await expect(
    page.getByRole('img', { name: /Status callbacks per minute/ })
  ).toHaveAccessibleName(/[1-9]\d* in all/)
  await expect(page.getByText(/carried no signature/)).toBeVisible()
  await expect(page.getByText(/fits no address of ours/)).toBeVisible()
  await expect(
    page.getByText(new RegExp(`${FUNCTIONS}/twilioMessage$`)).last()
  ).toBeVisible()

  await page.getByText('The same in figures').click()
  await expect(
    page.getByRole('table', { name: /Webhooks per minute/ })
  ).toBeVisible()
})

test('a visitor is asked to log in first', async ({ page }) => {
  await page.goto('/webhooks')
  await expect(page).toHaveURL(/\/login/)
})
