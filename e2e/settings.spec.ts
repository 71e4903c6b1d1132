import type { BrowserContext, Page } from '@playwright/test'

import { expect, test } from './fixtures'
import {
  answerFrom,
  freshNumber,
  logIn,
  resetSettings,
  writeTo,
} from './operate'

interface Told {
  title: string
  body: string
}

/** Notifications that go nowhere, and can be looked at and clicked on. */
const recordNotifications = (context: BrowserContext) =>
  context.addInitScript(() => {
    const told: Recorded[] = []
    class Recorded {
      static permission = 'default'
      static requestPermission = async () => (Recorded.permission = 'granted')
      onclick = () => {}
      close = () => {}
      constructor(
        public title: string,
        public options: { body: string }
      ) {
        told.push(this)
      }
    }
    // A new page of a site keeps what was allowed.
    Recorded.permission = localStorage.getItem('allowed') ?? 'default'
    Object.assign(window, { Notification: Recorded, told })
  })

const toldIn = (page: Page): Promise<Told[]> =>
  page.evaluate(() =>
    (
      window as unknown as {
        told: { title: string; options: { body: string } }[]
      }
    ).told.map(({ title, options }) => ({ title, body: options.body }))
  )

const clickNotification = (page: Page) =>
  page.evaluate(() =>
    (
      window as unknown as { told: { onclick: () => void }[] }
    ).told[0]?.onclick()
  )

test.afterEach(({ page }) => resetSettings(page))

test('what is chosen holds at once, and in another browser', async ({
  page,
  colleaguePage: other,
  operator,
}) => {
  await logIn(page, operator)
  await page.goto('/settings')
  await page.getByLabel('Dark').press(' ')
  await page.getByLabel('Compact').press(' ')
  await page.getByLabel('Time zone').selectOption('Pacific/Kiritimati')
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await expect(html).toHaveAttribute('data-density', 'compact')

  await logIn(other, operator)
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(other.locator('html')).toHaveAttribute('data-density', 'compact')
  await writeTo(other, freshNumber(), 'What time is it there?')
  const clock = new Intl.DateTimeFormat('en-US', {
    hour: 'numeric',
    timeZone: 'Pacific/Kiritimati',
  })
  // 9:05 AM there; the minute may turn meanwhile, and spaces are of many kinds.
  const [hour, half] = clock.format(new Date()).split(/\s/)
  await expect(other.getByRole('log', { name: 'Messages' })).toContainText(
    new RegExp(`\\b${hour}:\\d\\d\\s${half}`)
  )
})

test('a dark page is dark before its scripts have run', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  await page.goto('/settings')
  await page.getByLabel('Dark').press(' ')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.route(/\/assets\/.*\.js/, () => {})
  await page.reload({ waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.unrouteAll()
  await page.reload()
})

test('who wants Enter for new lines sends with Ctrl', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  await page.goto('/settings')
  await page.getByLabel('Ctrl+Enter').press(' ')
  await page.getByRole('link', { name: /^Open/ }).click()
  await writeTo(page, freshNumber(), 'Hello')
  const message = page.getByRole('textbox', { name: 'Message' })
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('Hello')).toBeVisible()
  await message.fill('One')
  await message.press('Enter')
  await message.pressSequentially('Two')
  await expect(message).toHaveValue('One\nTwo')
  await message.press('Control+Enter')
  await expect(thread.getByText('One')).toBeVisible()
  await expect(message).toHaveValue('')
})

test('colleagues see the name one gives oneself', async ({
  page,
  colleaguePage: ada,
  operator,
  colleague,
}) => {
  await logIn(page, operator)
  await page.goto('/settings')
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Operator the Great')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(
    page.getByRole('button', { name: 'Account of Operator the Great' })
  ).toBeVisible()

  await logIn(ada, colleague)
  await writeTo(ada, freshNumber(), 'Who takes this?')
  await ada.getByRole('button', { name: 'Assign' }).click()
  await expect(
    ada.getByRole('option', { name: 'Operator the Great' })
  ).toBeVisible()

  await name.fill('Operator')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(
    page.getByRole('button', { name: 'Account of Operator', exact: true })
  ).toBeVisible()
})

test('permission is asked for with the wish, and news is told once, by one of two tabs', async ({
  page,
  context,
  operator,
  simulatorUrl,
}) => {
  await recordNotifications(context)
  await logIn(page, operator)
  const number = freshNumber()
  await writeTo(page, number, 'Are you there?')
  await expect(page.getByRole('log', { name: 'Messages' })).toBeVisible()
  const thread = page.url()

  await page.goto('/settings')
  const wish = page.getByLabel('Desktop notifications')
  await expect(wish).not.toBeChecked()
  await wish.check()
  await page.evaluate(() => localStorage.setItem('allowed', 'granted'))

  const second = await context.newPage()
  await second.goto('/settings')
  await expect(second.getByLabel('Desktop notifications')).toBeChecked()

  await answerFrom(page, simulatorUrl, number, 'I am here now')
  const told = async () => [...(await toldIn(page)), ...(await toldIn(second))]
  await expect.poll(told).toHaveLength(1)
  expect((await told())[0]?.body).toBe('I am here now')

  // Of what one looks at, nothing is told; the next one shows that it would have been by now.
  await second.close()
  await page.goto(thread)
  await page.bringToFront()
  const log = page.getByRole('log', { name: 'Messages' })
  await answerFrom(page, simulatorUrl, number, 'You see this')
  await expect(log.getByText('You see this')).toBeVisible()
  const other = freshNumber()
  await answerFrom(page, simulatorUrl, other, 'Somebody else')
  await expect
    .poll(async () => (await toldIn(page)).map(({ body }) => body))
    .toEqual(['Somebody else'])

  await clickNotification(page)
  await expect(log.getByText('Somebody else')).toBeVisible()
})

test('a muted folder is silent, but a mention is not', async ({
  page,
  context,
  colleaguePage: ada,
  operator,
  colleague,
  simulatorUrl,
}) => {
  await recordNotifications(context)
  await logIn(page, operator)
  await page.evaluate(() => localStorage.setItem('allowed', 'granted'))
  await page.goto('/settings')
  await page.getByLabel('Desktop notifications').check()
  await page.getByLabel('Unassigned').uncheck()
  await expect(page.getByLabel('Unassigned')).not.toBeChecked()

  await logIn(ada, colleague)
  const number = freshNumber()
  await writeTo(ada, number, 'Which size?')
  await answerFrom(page, simulatorUrl, number, 'A large one')
  const log = ada.getByRole('log', { name: 'Messages' })
  await expect(log.getByText('A large one')).toBeVisible()

  await ada.getByRole('button', { name: 'Note', exact: true }).click()
  const note = ada.getByRole('textbox', { name: 'Note' })
  await note.pressSequentially('Do we have it, @Op')
  await ada.getByRole('option', { name: /Operator/ }).click()
  await ada.getByRole('button', { name: 'Save the note' }).click()

  await expect
    .poll(async () => (await toldIn(page)).map(({ title }) => title))
    .toEqual(['Ada Lovelace mentioned you'])
})
