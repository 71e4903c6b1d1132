import type { Browser, Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { freshNumber, logIn, rowOf } from './operate'

const list = (page: Page) => page.getByRole('list', { name: 'Conversations' })

const header = (page: Page) =>
  page.getByRole('region', { name: 'Conversation' })

const inbound =
  (page: Page, simulatorUrl: string) => async (from: string, body: string) => {
    const sent = await page.request.post(`${simulatorUrl}/control/inbound`, {
      data: { from, body },
    })
    expect(sent.ok()).toBe(true)
  }

/** A colleague, in a browser of their own. */
async function colleague(
  browser: Browser,
  operator: { email: string; password: string }
) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await logIn(page, operator)
  return page
}

test('what one operator does with a conversation, another one sees', async ({
  page,
  browser,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const other = await colleague(browser, operator)
  const number = freshNumber()
  await inbound(page, simulatorUrl)(number, 'Who looks after me?')
  await expect(rowOf(page, number)).toBeVisible()
  await expect(rowOf(other, number)).toBeVisible()

  // By the row.
  await rowOf(page, number).hover()
  await rowOf(page, number)
    .getByRole('button', { name: /^Actions/ })
    .click()
  await page.getByRole('menuitem', { name: 'Assign to me' }).click()
  await expect(rowOf(other, number)).toContainText('Assigned to')
  await other.getByRole('link', { name: /^Mine/ }).click()
  await expect(rowOf(other, number)).toBeVisible()

  // By the head of the conversation, with a label that is made on the way.
  const label = `Label ${number.slice(-7)}`
  await rowOf(page, number).getByRole('link').click()
  await header(page).getByRole('button', { name: 'Labels' }).click()
  await page.getByPlaceholder('Find or create a label').fill(label)
  await page.getByRole('option', { name: /^Create/ }).click()
  await expect(page.getByRole('option', { name: label })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(rowOf(other, number)).toContainText(label)

  await header(page).getByRole('button', { name: 'Snooze' }).click()
  await page.getByRole('option', { name: /^Next week/ }).click()
  await expect(rowOf(page, number)).toHaveCount(0)
  await expect(rowOf(other, number)).toHaveCount(0)
  await other.getByRole('link', { name: /^Snoozed/ }).click()
  await expect(rowOf(other, number)).toContainText('Snoozed until')

  // An answer brings it back, for both.
  await inbound(page, simulatorUrl)(number, 'Hello again')
  await expect(rowOf(page, number)).toContainText('Hello again')
  await expect(rowOf(other, number)).toHaveCount(0)

  await rowOf(page, number).getByRole('link').click()
  await header(page).getByRole('button', { name: 'Archive' }).click()
  await expect(page).toHaveURL(/\/inbox\/open$/)
  await other.getByRole('link', { name: /^Archived/ }).click()
  await expect(rowOf(other, number)).toBeVisible()
  await other.context().close()
})

test('two operators who archive at once end the same', async ({
  page,
  browser,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const other = await colleague(browser, operator)
  const number = freshNumber()
  await inbound(page, simulatorUrl)(number, 'Twice')
  const pages = [page, other]
  for (const each of pages) {
    await rowOf(each, number).getByRole('link').click()
    await expect(
      header(each).getByRole('button', { name: 'Archive' })
    ).toBeVisible()
  }
  // Both have pressed before either is heard.
  let pressed = 0
  const bothPressed = new Promise<void>((resolve) => {
    for (const each of pages) {
      void each.route('**/graphql', async (route) => {
        if (route.request().postData()?.includes('ArchiveConversation')) {
          pressed += 1
          if (pressed === 2) {
            resolve()
          }
          await bothPressed
        }
        await route.continue()
      })
    }
  })
  for (const each of pages) {
    await header(each).getByRole('button', { name: 'Archive' }).click()
  }
  for (const each of pages) {
    await expect(rowOf(each, number)).toHaveCount(0)
    await each.getByRole('link', { name: /^Archived/ }).click()
    await expect(rowOf(each, number)).toHaveCount(1)
  }
  await other.context().close()
})

test('a search shows what it found, and opens there; Back and a reload keep it', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const number = freshNumber()
  const word = `xylophone${number.slice(-7)}`
  await inbound(page, simulatorUrl)(number, `Do you sell a ${word} in red?`)
  await inbound(page, simulatorUrl)(number, 'Or in blue')
  await expect(rowOf(page, number)).toContainText('Or in blue')

  await page.getByRole('searchbox').fill(word)
  await expect(list(page).getByRole('listitem')).toHaveCount(1)
  await expect(list(page).locator('mark')).toHaveText(word)
  await list(page).getByRole('link').click()
  await expect(page).toHaveURL(/message=/)
  await expect(
    page.getByRole('log', { name: 'Messages' }).getByText(word)
  ).toBeVisible()

  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue(word)
  await expect(list(page).locator('mark')).toHaveText(word)
  await page.goBack()
  await page.goBack()
  await expect(page).toHaveURL(/\/inbox\/open$/)
  await expect(page.getByRole('searchbox')).toHaveValue('')

  await page.getByRole('searchbox').fill(number.slice(-10))
  await expect(rowOf(page, number)).toHaveCount(1)
})

test('a filter stands in the address, and one for what is gone leads back', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const number = freshNumber()
  await inbound(page, simulatorUrl)(number, 'By text')
  await expect(rowOf(page, number)).toBeVisible()

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('button', { name: 'WhatsApp' }).click()
  await expect(page).toHaveURL(/channel=WHATSAPP/)
  await expect(rowOf(page, number)).toHaveCount(0)
  await page.getByRole('link', { name: 'Remove the filter WhatsApp' }).click()
  await expect(rowOf(page, number)).toBeVisible()

  for (const label of ['00000000-0000-7000-8000-000000000000', 'cut']) {
    await page.goto(`/inbox/open?label=${label}`)
    await expect(
      page.getByRole('link', { name: 'Remove the filter A label that is gone' })
    ).toBeVisible()
    await page.getByRole('link', { name: 'Show all of “Open”' }).click()
    await expect(rowOf(page, number)).toBeVisible()
  }
})

test('what comes in moves no row under the pointer', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const number = freshNumber()
  await inbound(page, simulatorUrl)(number, 'I am read')
  await expect(rowOf(page, number)).toBeVisible()
  await rowOf(page, number).hover()
  const before = await rowOf(page, number).boundingBox()

  const newcomer = freshNumber()
  await inbound(page, simulatorUrl)(newcomer, 'I am new')
  await expect(page.getByRole('button', { name: 'New activity' })).toBeVisible()
  expect((await rowOf(page, number).boundingBox())?.y).toBeCloseTo(
    before?.y ?? NaN,
    0
  )
  await page.getByRole('button', { name: 'New activity' }).click()
  await expect(rowOf(page, newcomer)).toBeInViewport()
})

test('labels are managed on a page of their own', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  await page.goto('/labels')
  const name = `Managed ${freshNumber().slice(-7)}`
  await page.getByRole('button', { name: 'New label' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('radio', { name: 'Teal' }).check({ force: true })
  await page.getByRole('button', { name: 'Save' }).click()
  const labels = page.getByRole('list', { name: 'Labels' })
  await page.getByRole('searchbox', { name: 'Find a label' }).fill(name)
  await expect(labels.getByRole('listitem')).toHaveCount(1)

  await page.getByRole('button', { name: `Edit ${name}` }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(`${name}!`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(labels.getByText(`${name}!`)).toBeVisible()

  await page.getByRole('button', { name: `Delete ${name}!` }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(labels.getByText(`${name}!`)).toHaveCount(0)
})

test('a phone has a way to all folders', async ({ page, operator }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await logIn(page, operator)
  await page.getByRole('button', { name: 'More folders' }).click()
  await page
    .getByRole('dialog', { name: 'More folders' })
    .getByRole('link', { name: /^Archived/ })
    .click()
  await expect(page.getByRole('heading', { name: 'Archived' })).toBeVisible()
  await expect(
    page.getByRole('button', { name: 'Archived, more folders' })
  ).toBeVisible()
})
