import type { Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { answerFrom, freshNumber, logIn, PICTURE } from './operate'

const word = () => `w${Math.random().toString(36).slice(2, 10)}`

const paneOf = (page: Page) =>
  page.getByRole('complementary', { name: 'Contact' })

const open = async (page: Page, text: string) => {
  await page.goto('/inbox/open')
  await page.getByRole('link').filter({ hasText: text }).first().click()
  await expect(page).toHaveURL(/\/inbox\/open\/[^/]+/)
}

test('an administrator takes along what is kept of somebody, and erases them; they stay unwritten-to', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  const number = freshNumber()
  const text = `My secret is ${word()}`
  const response = await page.request.post(`${simulatorUrl}/control/inbound`, {
    data: { from: number, body: text, media: [{ ...PICTURE, name: 'me.png' }] },
  })
  expect(response.status()).toBe(201)
  await logIn(page, operator)
  await open(page, text)

  const exporting = page.waitForEvent('download')
  await paneOf(page).getByRole('link', { name: 'Export all of it' }).click()
  const download = await exporting
  expect(download.suggestedFilename()).toMatch(/^contact-[0-9a-f-]{36}\.zip$/)

  await answerFrom(page, simulatorUrl, number, 'STOP')
  await paneOf(page).getByRole('button', { name: 'Erase …' }).click()
  const dialog = page.getByRole('dialog')
  const erase = dialog.getByRole('button', { name: 'Erase for good' })
  await expect(erase).toBeDisabled()
  await dialog.getByLabel(`Type ${number} to confirm`).fill(number)
  await erase.click()

  await expect(
    paneOf(page).getByText(/^Erased .*Its messages stay/)
  ).toBeVisible()
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('Text removed').first()).toBeVisible()
  await expect(thread.getByText(text)).toBeHidden()

  await page.goto('/inbox/open')
  await page.getByRole('button', { name: 'New conversation' }).click()
  await page.getByRole('dialog').getByLabel('To').fill(number)
  await page.getByRole('dialog').getByLabel('Message').fill('Hello again')
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('dialog').getByText(/opted out/)).toBeVisible()
})

test('an administrator decides how long a channel keeps what is written, and hears first what goes at once', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  await page.goto('/channels')
  await page.getByRole('link', { name: /Main number/ }).click()
  await page.getByLabel('Texts and notes').fill('0')
  const section = page.locator('section', { hasText: 'How long it is kept' })
  await section.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(section.getByRole('alert')).toContainText('whole number of days')

  await page.getByLabel('Texts and notes').fill('3650')
  await section.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(
    section.getByText(/No message loses its text at once/)
  ).toBeVisible()
  await section.getByRole('button', { name: 'Keep it shorter' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Texts and notes')).toHaveValue('3650')
  await section.getByRole('button', { name: 'As all other channels' }).click()
  await expect(page.getByLabel('Texts and notes')).toHaveValue('')
})
