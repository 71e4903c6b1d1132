import { expect, test } from './fixtures'
import { freshNumber, logIn } from './operate'

const openSetup = async (...[page, operator]: Parameters<typeof logIn>) => {
  await logIn(page, operator)
  await page.getByRole('button', { name: 'Account of Operator' }).click()
  await page.getByRole('link', { name: 'Setup' }).click()
  await expect(page).toHaveURL(/\/setup$/)
}

const startTest = async (page: Parameters<typeof logIn>[0], to: string) => {
  await page.getByLabel('A phone that you hold').fill(to)
  await page.getByRole('button', { name: 'Start the self-test' }).click()
  return page.getByRole('list', { name: 'Steps of the self-test' })
}

test('an administrator sees what is set at Twilio, and what is not any more', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await openSetup(page, operator)
  const urls = page
    .getByRole('region')
    .filter({ has: page.getByText('+1 500 555 0006') })
  await expect(urls.getByText('Inbound messages').first()).toBeVisible()
  await expect(urls.getByText('Set', { exact: true }).first()).toBeVisible()
  await expect(
    urls.getByText(/\/\.redwood\/functions\/twilioMessage#rc=5&rp=all$/).first()
  ).toBeVisible()

  const { settings } = await (
    await page.request.get(`${simulatorUrl}/control/state`)
  ).json()
  const changeUrl = (inboundUrl: string) =>
    page.request.post(`${simulatorUrl}/control/settings`, {
      data: { inboundUrl },
    })
  try {
    await changeUrl('https://elsewhere.example.com/sms')
    await page.getByRole('button', { name: 'Look again' }).click()
    await expect(urls.getByText('Set otherwise').first()).toBeVisible()
    await expect(urls.getByText('Set at Twilio').first()).toBeVisible()
  } finally {
    await changeUrl(settings.inboundUrl)
  }
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(urls.getByText('Set otherwise')).toHaveCount(0)
})

test('the self-test goes out, is reported, and comes back', async ({
  page,
  operator,
}) => {
  await openSetup(page, operator)
  // A handset that answers by itself.
  const steps = await startTest(page, freshNumber('90007'))
  await expect(steps.getByText('Twilio took the message')).toBeVisible()
  await expect(
    page.locator('#content').getByText(/Everything works/)
  ).toBeVisible()
  await expect(steps.getByText(/^after \d/)).toHaveCount(4)

  await page.getByRole('link', { name: 'To the conversation' }).click()
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText(/This is a self-test/)).toBeVisible()
  await expect(thread.getByText('I got it.')).toBeVisible()
})

test('the self-test waits for whoever answers by hand', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await openSetup(page, operator)
  const number = freshNumber()
  const steps = await startTest(page, number)
  await expect(steps.getByText('The phone has the message')).toBeVisible()
  await expect(
    page.getByText('Answer the message on the phone with any word.')
  ).toBeVisible()
  await page.request.post(`${simulatorUrl}/control/inbound`, {
    data: { from: number, body: 'Here' },
  })
  await expect(
    page.locator('#content').getByText(/Everything works/)
  ).toBeVisible()
})

test('the self-test says where it stops, and why', async ({
  page,
  operator,
}) => {
  await openSetup(page, operator)
  const steps = await startTest(page, freshNumber('30003'))
  await expect(steps.getByText('Twilio reported back to us')).toBeVisible()
  const content = page.locator('#content')
  await expect(content.getByText('It stopped on its way.')).toBeVisible()
  await expect(steps.getByText('Not delivered', { exact: true })).toBeVisible()
  await expect(steps.getByText(/could not be reached/)).toBeVisible()
})

test('a visitor is asked to log in first', async ({ page }) => {
  await page.goto('/setup')
  await expect(page).toHaveURL(/\/login/)
})
