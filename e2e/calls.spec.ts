import type { Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { freshNumber, logIn } from './operate'

const call = async (page: Page, simulatorUrl: string, order: object) => {
  const answer = await page.request.post(`${simulatorUrl}/control/calls`, {
    data: order,
  })
  expect(answer.status()).toBe(201)
  return answer.json()
}

const change = (page: Page, simulatorUrl: string, settings: object) =>
  page.request.post(`${simulatorUrl}/control/settings`, { data: settings })

test.afterEach(({ page, simulatorUrl }) =>
  change(page, simulatorUrl, {
    voiceStatusEvents: 'completed',
    delays: { speech: 400 },
  })
)

const conversations = (page: Page) =>
  page.getByRole('list', { name: 'Conversations' })

/** The row of a caller, whose number is shown in groups. */
const rowOf = (page: Page, from: string) =>
  conversations(page)
    .getByRole('listitem')
    .filter({
      hasText: from.replace(/^(\+1)(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3 $4'),
    })

const entries = (page: Page) => page.getByRole('log', { name: 'Messages' })

test('a caller leaves a voicemail, which an operator hears', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const from = freshNumber()
  const { heard } = await call(page, simulatorUrl, { from, speaks: 4 })
  expect(heard).toEqual([expect.stringContaining('leave a message')])

  const row = rowOf(page, from)
  await expect(row).toContainText('Voicemail')
  await expect(row.getByText('unread')).toBeAttached()
  await row.getByRole('link').click()
  const entry = entries(page).getByRole('article', { name: 'Voicemail' })
  await expect(entry).toContainText('0:04')
  const player = entry.locator('audio')
  await expect(player).toBeVisible()
  // It really is sound: the browser decodes it, and knows how long it is.
  const seconds = await player.evaluate(
    (audio: HTMLAudioElement) =>
      new Promise<number>((resolve, reject) => {
        audio.addEventListener('loadedmetadata', () => resolve(audio.duration))
        audio.addEventListener('error', () => reject(audio.error))
        audio.preload = 'metadata'
        audio.load()
      })
  )
  expect(seconds).toBeGreaterThan(3.5)
  expect(seconds).toBeLessThan(4.5)
})

test('a call rings, is answered and ends before the operator’s eyes', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const from = freshNumber()
  await call(page, simulatorUrl, { from, ends: 'no-answer' })
  await rowOf(page, from).getByRole('link').click()
  const missed = entries(page).getByRole('article', { name: 'Missed call' })
  await expect(missed).toContainText('Nobody answered')

  await change(page, simulatorUrl, {
    voiceStatusEvents: 'initiated ringing answered completed',
    delays: { speech: 3_000 },
  })
  await call(page, simulatorUrl, { from, speaks: 0, wait: false })
  await expect(entries(page).getByText('On the line')).toBeVisible()
  await expect(
    entries(page).getByRole('article', { name: 'Call answered' })
  ).toContainText('Left no voicemail', { timeout: 15_000 })
})

test('who calls without a number, or from elsewhere, is kept exactly', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const sip = `sip:ada${Math.random()}@example.com`
  for (const from of ['anonymous', sip, 'client:<b>Ada</b>']) {
    await call(page, simulatorUrl, { from, speaks: 0 })
    const row = rowOf(page, from)
    await expect(row).toContainText('Call answered')
  }
})

test('a customer calls from the handset', async ({
  page,
  context,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const number = freshNumber()
  const handset = await context.newPage()
  await handset.goto(simulatorUrl)
  await handset.getByLabel('Your number').fill(number)
  await handset.getByLabel('Your number').press('Enter')
  await handset.getByRole('button', { name: 'Call', exact: true }).click()
  await handset
    .getByRole('button', { name: 'Call, and leave a voicemail' })
    .click()
  const thread = handset.getByRole('log', { name: 'Conversation' })
  await expect(thread).toContainText('Left a voicemail of 4 s')
  await expect(rowOf(page, number)).toContainText('Voicemail')
})

test('an administrator decides what callers hear', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  await page.goto('/calls-settings')
  await page
    .getByRole('button', { name: 'Answer one number otherwise' })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Number').fill('+1 500 555 0009')
  await dialog.getByLabel('Answer with').selectOption('SAY')
  await dialog.getByLabel('Announcement').fill('We are at lunch & back soon.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('listitem').filter({ hasText: '+1 500 555 0009' })
  await expect(row).toContainText('We are at lunch & back soon.')

  const order = { from: freshNumber(), to: '+15005550009' }
  const { heard } = await call(page, simulatorUrl, order)
  expect(heard).toEqual(['We are at lunch & back soon.'])
  await row.getByRole('button', { name: /^Delete/ }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(row).toHaveCount(0)
  const again = await call(page, simulatorUrl, order)
  expect(again.heard).toEqual([expect.stringContaining('leave a message')])
})
