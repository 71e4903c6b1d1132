import type { Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { freshNumber, logIn, PICTURE, rowOf } from './operate'

/** The customer's phone, played on the simulator's own page. */
const openHandset = async (
  page: Page,
  simulatorUrl: string,
  number: string
) => {
  const handset = await page.context().newPage()
  await handset.goto(simulatorUrl)
  await expect(handset.getByRole('status')).toHaveText(/live/i)
  await handset.getByLabel('Your number').fill(number)
  await handset.getByLabel('Your number').press('Enter')
  const write = async (text: string) => {
    await handset.getByRole('textbox', { name: 'Message' }).fill(text)
    await handset.getByRole('button', { name: 'Send' }).click()
  }
  return { handset, write }
}

const openCustomer = async (page: Page, number: string) => {
  await rowOf(page, number).getByRole('link').click()
  return page.getByRole('log', { name: 'Messages' })
}

test('the customer writes, sends a picture, and opts out and in again, from the handset', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const number = freshNumber()
  const { handset, write } = await openHandset(page, simulatorUrl, number)
  await write('From the handset')
  const thread = await openCustomer(page, number)
  await expect(thread.getByText('From the handset')).toBeVisible()

  await handset.locator('#pictures').setInputFiles({
    name: 'dot.png',
    mimeType: PICTURE.contentType,
    buffer: Buffer.from(PICTURE.content, 'base64'),
  })
  await write('Look')
  await expect(thread.getByRole('img').first()).toBeVisible()

  await handset.getByRole('button', { name: 'STOP', exact: true }).click()
  await expect(page.getByText(/opted out/i).first()).toBeVisible()
  await expect(handset.getByRole('log')).toContainText(/unsubscribed/i)
  await handset.getByRole('button', { name: 'START', exact: true }).click()
  await expect(
    page.getByRole('textbox', { name: 'Message', exact: true })
  ).toBeEnabled()
})

test('the customer writes over WhatsApp, says where they are, and presses a button, from the handset', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const number = freshNumber()
  const { handset, write } = await openHandset(page, simulatorUrl, number)
  await handset.getByText('WhatsApp', { exact: true }).click()
  await write('Over WhatsApp')
  const thread = await openCustomer(page, number)
  await expect(thread.getByText('Over WhatsApp')).toBeVisible()
  await expect(page.getByText(/^WhatsApp to/)).toBeVisible()

  const answer = page.getByRole('textbox', { name: 'Message', exact: true })
  await answer.fill('Over WhatsApp, too')
  await answer.press('Enter')
  await expect(handset.getByRole('log')).toContainText('Over WhatsApp, too')
  await expect(thread.getByText('Read', { exact: true })).toBeAttached()

  await handset.getByRole('button', { name: 'Location' }).click()
  await expect(thread.getByRole('link', { name: /map/i })).toBeVisible()
  await handset.getByRole('button', { name: 'Button' }).click()
  await expect(thread.getByRole('article')).toHaveCount(4)
})
