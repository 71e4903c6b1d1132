import type { Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { freshNumber, logIn, PICTURE } from './operate'

/** A customer sends two pictures, and somebody opens the conversation. */
const openCustomer = async (page: Page, simulatorUrl: string) => {
  const number = freshNumber()
  const response = await page.request.post(`${simulatorUrl}/control/inbound`, {
    data: {
      from: number,
      body: `Here is ${number}`,
      media: [
        { ...PICTURE, name: 'front.png' },
        { ...PICTURE, name: 'back.png' },
      ],
    },
  })
  expect(response.status()).toBe(201)
  await page
    .getByRole('link')
    .filter({ hasText: `Here is ${number}` })
    .first()
    .click()
  await expect(page).toHaveURL(/\/inbox\/open\/[^/]+/)
}

const paneOf = (page: Page) =>
  page.getByRole('complementary', { name: 'Contact' })

const writeNotes = async (page: Page, text: string) => {
  await paneOf(page).getByRole('button', { name: 'Edit the notes' }).click()
  await paneOf(page).getByRole('textbox', { name: 'Notes' }).fill(text)
}

const save = (page: Page) =>
  paneOf(page).getByRole('button', { name: 'Save' }).click()

test('what one knows of a contact, the other one sees; and nobody writes over the other unasked', async ({
  page,
  operator,
  colleague: login,
  colleaguePage: colleague,
  simulatorUrl,
}) => {
  test.setTimeout(60_000)
  await logIn(page, operator)
  await openCustomer(page, simulatorUrl)
  await logIn(colleague, login)
  await colleague.goto(page.url())

  await writeNotes(page, 'Likes tea')
  await save(page)
  await expect(paneOf(page).getByText('Likes tea')).toBeVisible()
  await expect(paneOf(colleague).getByText('Likes tea')).toBeVisible()

  await writeNotes(page, 'Likes coffee')
  await writeNotes(colleague, 'Likes milk')
  await save(page)
  await expect(paneOf(colleague).getByRole('alert')).toContainText(
    'Likes coffee'
  )
  await expect(
    paneOf(colleague).getByRole('button', { name: 'Save' })
  ).toBeDisabled()
  await paneOf(colleague)
    .getByRole('button', { name: 'Put mine below' })
    .click()
  await save(colleague)
  await expect(paneOf(page).getByText('Likes coffee')).toContainText(
    'Likes milk'
  )

  await paneOf(page).getByRole('button', { name: 'Add a label' }).click()
  const label = `Friend ${Date.now()}`
  await page.getByPlaceholder('Find or create a label').fill(label)
  await page.getByRole('option', { name: `Create “${label}”` }).click()
  await expect(paneOf(colleague).getByText(label)).toBeVisible()
  await paneOf(colleague)
    .getByRole('button', { name: `Remove ${label}` })
    .click()
  await page.keyboard.press('Escape')
  await expect(paneOf(page).getByText(label)).toHaveCount(0)

  await paneOf(page).getByRole('button', { name: 'Rename' }).click()
  const name = 'Maximiliane '.repeat(41).trim()
  await paneOf(page).getByRole('textbox', { name: 'Name' }).fill(name)
  await save(page)
  await expect(paneOf(colleague).getByRole('heading', { name })).toBeVisible()
})

test('the pictures of a contact are a grid, and open large', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  await openCustomer(page, simulatorUrl)
  const pictures = paneOf(page).getByRole('list', { name: 'Pictures' })
  await expect(pictures.getByRole('listitem')).toHaveCount(2)
  await pictures.getByRole('button').first().click()
  await expect(page.getByRole('dialog')).toContainText('1 of 2')
  await page.keyboard.press('Escape')
  await expect(pictures.getByRole('button').first()).toBeFocused()
})

test('on a phone the contact is a page of its own, and Back leads to the thread', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await logIn(page, operator)
  await openCustomer(page, simulatorUrl)
  await page.getByRole('button', { name: 'Show contact' }).click()
  const contact = page.getByRole('dialog', { name: 'Contact' })
  await expect(contact.getByRole('list', { name: 'Pictures' })).toBeVisible()
  await expect(page).toHaveURL(/pane=contact/)
  await page.goBack()
  await expect(contact).toBeHidden()
  await expect(page.getByRole('log', { name: 'Messages' })).toBeVisible()
})
