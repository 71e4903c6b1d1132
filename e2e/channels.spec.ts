import type { APIRequestContext, Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { freshNumber, logIn } from './operate'

/** The customer writes. */
const receive = (
  request: APIRequestContext,
  simulatorUrl: string,
  data: { from: string; body: string; to?: string }
) => request.post(`${simulatorUrl}/control/inbound`, { data })

const openChannels = async (page: Page) => {
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('link', { name: 'Channels' }).click()
  await expect(page).toHaveURL(/\/channels$/)
}

const openTalk = async (page: Page, body: string) => {
  await page.goto('/inbox/open')
  const list = page.getByRole('list', { name: 'Conversations' })
  await list.getByText(body).first().click()
  return page.getByRole('log', { name: 'Messages' })
}

const word = () => `w${Math.random().toString(36).slice(2, 10)}`

test('an administrator makes a channel with its hours, and the inbox tells it from the others', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  await openChannels(page)
  const name = `Shop ${word()}`
  const address = freshNumber()
  await page.getByRole('button', { name: 'New channel' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByLabel('Address', { exact: true }).fill(address)
  await dialog.getByLabel('Segments per second').fill('3')
  await dialog.getByLabel('Time zone').selectOption('Europe/Berlin')
  await dialog.getByRole('button', { name: 'Monday: add hours' }).click()
  await dialog.getByLabel('Holiday', { exact: true }).fill('2026-12-25')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()

  await expect(page).toHaveURL(/\/channels\/[0-9a-f-]{36}$/)
  await expect(page.getByLabel('Monday, from')).toHaveValue('09:00')
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Berlin')

  const from = freshNumber()
  await receive(page.request, simulatorUrl, {
    from,
    to: address,
    body: `To ${name}`,
  })
  await page.goto('/inbox/open')
  const row = page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('listitem')
    .filter({ hasText: `To ${name}` })
  await expect(row.getByText(name, { exact: true })).toBeVisible()

  await openChannels(page)
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await page.getByRole('button', { name: `Delete ${name}` }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page).toHaveURL(/\/channels$/)
  await expect(page.getByText(name)).toBeHidden()
})

test('what comes to an address that no channel has is kept', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  const body = `Is anybody there? ${word()}`
  await receive(page.request, simulatorUrl, {
    from: freshNumber(),
    to: freshNumber(),
    body,
  })
  await logIn(page, operator)
  const thread = await openTalk(page, body)
  await expect(thread.getByText(body)).toBeVisible()
})

test('a keyword is answered by itself, before the operator’s eyes, and once', async ({
  page,
  operator,
  simulatorUrl,
  account,
}) => {
  await logIn(page, operator)
  await openChannels(page)
  await page.getByRole('link', { name: /Default/ }).click()
  const keyword = word()
  await page.getByRole('button', { name: 'New automatic reply' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Answers').selectOption('KEYWORD')
  await dialog.getByLabel('Keywords').fill(keyword)
  await dialog.getByLabel('Text').fill('Hello {name}, we heard you.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const rule = page.getByRole('listitem').filter({ hasText: keyword })
  await expect(rule).toBeVisible()

  const from = freshNumber()
  const body = `What about ${keyword.toUpperCase()}?`
  await receive(page.request, simulatorUrl, { from, body })
  // The list shows the last message.
  const thread = await openTalk(page, 'Hello, we heard you.')
  await expect(thread.getByText(body)).toBeVisible()
  await expect(thread.getByText('Hello, we heard you.')).toBeVisible()
  await expect(thread.getByText('Automatic reply')).toBeVisible()
  await expect(thread.getByText('Delivered').first()).toBeAttached()

  // Again, within the pause of the rule.
  await receive(page.request, simulatorUrl, { from, body: `${keyword} again` })
  await expect(thread.getByText(`${keyword} again`)).toBeVisible()
  const onHandset = await page.request.get(
    `${simulatorUrl}/control/messages?to=${encodeURIComponent(from)}`
  )
  expect(await onHandset.json()).toMatchObject([
    { from: account.phoneNumber, body: 'Hello, we heard you.' },
  ])

  await openChannels(page)
  await page.getByRole('link', { name: /Default/ }).click()
  await page
    .getByRole('button', { name: new RegExp(`Delete: .*${keyword}`) })
    .click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(rule).toBeHidden()
})

for (const advanced of [false, true]) {
  test(`STOP and START stand in the thread, with the contact, and in the export (Advanced Opt-Out ${advanced ? 'on' : 'off'})`, async ({
    page,
    operator,
    simulatorUrl,
  }) => {
    const set = (advancedOptOut: boolean) =>
      page.request.post(`${simulatorUrl}/control/settings`, {
        data: { advancedOptOut },
      })
    await set(advanced)
    try {
      await logIn(page, operator)
      const from = freshNumber()
      const body = `Too many messages ${word()}`
      await receive(page.request, simulatorUrl, { from, body })
      const thread = await openTalk(page, body)
      await expect(thread.getByText(body)).toBeVisible()

      await receive(page.request, simulatorUrl, { from, body: 'STOP' })
      await expect(thread.getByText(/^Opted out: wrote “?STOP/)).toBeVisible()
      await receive(page.request, simulatorUrl, { from, body: 'HELP' })
      await expect(thread.getByText(/^Asked for help: wrote/)).toBeVisible()
      await receive(page.request, simulatorUrl, { from, body: 'START' })
      await expect(thread.getByText(/^Opted in again: wrote/)).toBeVisible()

      const show = page.getByRole('button', { name: 'Show contact' })
      if (await show.isVisible()) {
        await show.click()
      }
      const consent = page.getByRole('region', { name: 'Consent' })
      await expect(consent.getByRole('listitem')).toHaveCount(3)
      await consent.getByRole('button', { name: 'Opt out…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Opt out' })
      await dialog.getByLabel('Note').fill('=Asked on the phone')
      await dialog.getByRole('button', { name: 'Opt out' }).click()
      await expect(thread.getByText(/^Opted out: by Operator/)).toBeVisible()
      await expect(page.getByText(/A colleague opted/)).toBeVisible()

      const csv = await page.request.get('/.redwood/functions/consent.csv')
      expect(csv.headers()['content-type']).toContain('text/csv')
      const lines = (await csv.text())
        .split('\n')
        .filter((line) => line.includes(from))
      expect(lines).toHaveLength(4)
      expect(lines[3]).toContain(",'=Asked on the phone,")
    } finally {
      await set(false)
    }
  })
}
