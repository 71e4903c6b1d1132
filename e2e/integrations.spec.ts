import { Webhook } from 'standardwebhooks'

import { expect, test } from './fixtures'
import { freshNumber, logIn } from './operate'
import { type Receiver, startReceiver } from './receiver'

let receiver: Receiver

test.beforeEach(async () => {
  receiver = await startReceiver()
})

test.afterEach(() => receiver.close())

test('a workflow tool hears of a message, signed, again after a failure, and once more by a replay', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  await page.getByRole('button', { name: 'Account of Operator' }).click()
  await page.getByRole('link', { name: 'Integrations' }).click()
  await expect(page).toHaveURL(/\/integrations$/)

  await page.getByRole('button', { name: 'New endpoint' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Address').fill(receiver.url)
  await dialog.getByLabel('What it is for').fill('Orders')
  await dialog.getByLabel(/A message’s status changed/).uncheck()
  await dialog.getByLabel(/A conversation began/).uncheck()
  await dialog.getByRole('button', { name: 'Save' }).click()
  const secret = await dialog.getByText(/^whsec_/).innerText()
  expect(secret).toMatch(/^whsec_/)
  await dialog.getByRole('button', { name: 'I have it' }).click()
  const endpoint = page
    .getByRole('listitem')
    .filter({ hasText: receiver.url })
    .first()
  await expect(endpoint).toBeVisible()
  await expect(page.getByText(secret)).toHaveCount(0)

  await test.step('a test is answered at once', async () => {
    await endpoint
      .getByRole('button', { name: `Send a test to ${receiver.url}` })
      .click()
    await expect(page.getByText('The test: Answered 200')).toBeVisible()
  })

  const body = `Order ${Date.now()}, please`
  const events = () =>
    receiver.received.filter((event) => event.body.includes(body))
  const deliveries = page.getByRole('list', { name: 'Deliveries' })
  const delivery = deliveries
    .getByRole('listitem')
    .filter({ hasText: 'message.received' })

  await test.step('a message arrives there, at the second try', async () => {
    receiver.answer.status = 500
    receiver.answer.body = 'I am ill'
    await page.request.post(`${simulatorUrl}/control/inbound`, {
      data: { from: freshNumber(), body },
    })
    await expect.poll(() => events().length).toBe(1)
    await endpoint.getByRole('button', { name: 'Deliveries' }).click()
    await expect(delivery).toContainText('It answered 500.')
    await delivery.locator('summary').click()
    await expect(delivery.getByText('I am ill')).toBeVisible()

    receiver.answer.status = 200
    receiver.answer.body = 'thanks'
    // The first wait is of five seconds.
    await expect.poll(() => events().length, { timeout: 15_000 }).toBe(2)
    await expect(delivery).toContainText('Answered 200', { timeout: 10_000 })
  })

  await test.step('it is signed, and keeps its id', async () => {
    for (const { headers, body: sent } of events()) {
      expect(
        new Webhook(secret).verify(sent, headers as Record<string, string>)
      ).toMatchObject({ type: 'message.received', data: { body } })
    }
    const ids = new Set(events().map(({ headers }) => headers['webhook-id']))
    expect(ids.size).toBe(1)
  })

  await test.step('it is replayed', async () => {
    await delivery.getByRole('button', { name: /^Replay/ }).click()
    await expect.poll(() => events().length).toBe(3)
  })

  await test.step('a deleted endpoint hears no more', async () => {
    await endpoint
      .getByRole('button', { name: `Delete ${receiver.url}` })
      .click()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(endpoint).toHaveCount(0)
  })
})

test('an address that is not public is never asked', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  await page.goto('/integrations')
  const make = async (address: string) => {
    await page.getByRole('button', { name: 'New endpoint' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Address').fill(address)
    await dialog.getByRole('button', { name: 'Save' }).click()
    return dialog
  }
  const refused = await make('http://169.254.169.254/latest/meta-data')
  await expect(refused.getByRole('alert')).toContainText('https://')
  await refused.getByRole('button', { name: 'Cancel' }).click()

  const { port } = new URL(receiver.url)
  const address = `https://127.0.0.1:${port}/hook`
  const dialog = await make(address)
  await dialog.getByRole('button', { name: 'I have it' }).click()
  await page.getByRole('button', { name: `Send a test to ${address}` }).click()
  await expect(page.getByText(/It is not a public address/)).toBeVisible()
  expect(receiver.received).toEqual([])
  await page.getByRole('button', { name: `Delete ${address}` }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByText(address)).toHaveCount(0)
})

test('a visitor is asked to log in first', async ({ page }) => {
  await page.goto('/integrations')
  await expect(page).toHaveURL(/\/login/)
})
