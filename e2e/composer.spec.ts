import type { Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { freshNumber, logIn, writeTo } from './operate'

/** A picture of one red pixel. */
const PICTURE = {
  name: 'red.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
    'base64'
  ),
}

/** An open conversation with somebody new. */
const startConversation = async (page: Page) => {
  const number = freshNumber()
  await writeTo(page, number, 'Good morning')
  await expect(page.getByRole('dialog')).toBeHidden()
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('Good morning')).toBeVisible()
  return {
    number,
    thread,
    composer: page.getByLabel('Message', { exact: true }),
  }
}

const attach = (page: Page) =>
  page.getByLabel('Files', { exact: true }).setInputFiles(PICTURE)

test('a canned reply is written once, and inserted by its shortcut', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  await page.getByRole('button', { name: 'Account of Operator' }).click()
  await page.getByRole('link', { name: 'Canned replies' }).click()
  await page.getByRole('button', { name: 'New canned reply' }).click()
  await page.getByLabel('Shortcut').fill('Hours')
  await page
    .getByLabel('Text')
    .fill('Hello {name}, we are open from 9 to 5.\n{agent}')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(
    page.getByRole('list', { name: 'Canned replies' }).getByText('/hours')
  ).toBeVisible()
  await page.getByRole('link', { name: 'Open' }).click()

  const { thread, composer } = await startConversation(page)
  await composer.click()
  await page.keyboard.type('Thanks! /ho')
  await expect(
    page.getByRole('option', { name: /hours/, selected: true })
  ).toBeVisible()
  await expect(composer).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Enter')
  await expect(composer).toHaveValue(
    'Thanks! Hello, we are open from 9 to 5.\nOperator'
  )
  await expect(page.getByRole('listbox')).toBeHidden()

  await page.keyboard.press('ControlOrMeta+z')
  await expect(composer).toHaveValue('Thanks! /ho')
  await page.keyboard.press('Escape')
  await composer.fill('/hours')
  await page.getByRole('option', { name: /hours/ }).click()
  await page.keyboard.type('!')
  await page.keyboard.press('Enter')
  await expect(thread.getByText('we are open from 9 to 5.')).toHaveCount(1)
  await expect(thread.getByText(/Operator!/)).toBeVisible()
  await expect(composer).toHaveValue('')
})

test('a picture goes from the composer to the phone, and is shown in the thread', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const { number, thread, composer } = await startConversation(page)
  await attach(page)
  const chip = page
    .getByRole('list', { name: 'Attachments' })
    .getByRole('listitem')
  await expect(chip).toContainText('red.png')
  await expect(page.getByText('MMS ·')).toBeVisible()
  const send = page.getByRole('button', { name: 'Send', exact: true })
  await expect(send).toBeEnabled()
  await composer.press('Enter')

  const picture = thread.getByRole('img', { name: 'red.png' })
  await expect(picture).toBeVisible()
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBe(1)
  await expect(chip).toBeHidden()

  const messages = async () => {
    const response = await page.request.get(
      `${simulatorUrl}/control/messages?to=${encodeURIComponent(number)}`
    )
    return response.json()
  }
  await expect
    .poll(messages)
    .toContainEqual(
      expect.objectContaining({ media: [expect.objectContaining({})] })
    )
})

test('a draft and its attachment are there after a reload', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  const { composer } = await startConversation(page)
  await composer.fill('Here it is')
  await attach(page)
  const chip = page
    .getByRole('list', { name: 'Attachments' })
    .getByRole('listitem')
  await expect(chip).toContainText(/kB/)
  await page.reload()
  await expect(composer).toHaveValue('Here it is')
  await expect(chip).toContainText('red.png')
  await page.getByRole('button', { name: 'Remove red.png' }).click()
  await expect(chip).toBeHidden()
  await page.reload()
  await expect(composer).toHaveValue('Here it is')
  await expect(chip).toBeHidden()
})

test('a file that can not be sent says so at its chip, and the text stays', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  const { composer } = await startConversation(page)
  await composer.fill('Kept text')
  await page.getByLabel('Files', { exact: true }).setInputFiles({
    name: 'setup.exe',
    mimeType: 'application/x-msdownload',
    buffer: Buffer.from('MZ not a program'),
  })
  const chips = page.getByRole('list', { name: 'Attachments' })
  await expect(chips.getByRole('alert')).toBeVisible()
  const send = page.getByRole('button', { name: 'Send', exact: true })
  await expect(send).toBeDisabled()
  await page.getByRole('button', { name: 'Remove setup.exe' }).click()
  await expect(send).toBeEnabled()
  await expect(composer).toHaveValue('Kept text')
})
