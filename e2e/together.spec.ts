import type { Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { answerFrom, freshNumber, logIn, writeTo } from './operate'

const listOf = (page: Page) => page.getByRole('list', { name: 'Conversations' })

const rowOf = (page: Page, text: string) =>
  listOf(page).getByRole('link').filter({ hasText: text })

const threadOf = (page: Page) => page.getByRole('log', { name: 'Messages' })

/** A thread that both have open, begun by the first of them. */
const openForBoth = async (first: Page, second: Page) => {
  const number = freshNumber()
  const opening = `For both of us ${number.slice(-4)}`
  await writeTo(first, number, opening)
  await expect(first).toHaveURL(/\/open\/./)
  await expect(first.getByRole('dialog')).toHaveCount(0)
  await rowOf(second, opening).click()
  await expect(threadOf(second).getByText(opening)).toBeVisible()
  return { number, opening }
}

test.beforeEach(async ({ page, operator, colleaguePage, colleague }) => {
  await logIn(page, operator)
  await logIn(colleaguePage, colleague)
})

test('two who only press keys put away, reopen and take on, and see it of each other', async ({
  page: mine,
  colleaguePage: hers,
}) => {
  await openForBoth(mine, hers)
  await mine.keyboard.press('Escape')

  await mine.keyboard.press('e')
  await expect(threadOf(hers)).toContainText('Operator archived this')
  // Not at once: what was meant for the button before would press it.
  await expect(hers.getByRole('button', { name: 'Reopen' })).toBeEnabled()

  await hers.locator('#content').focus()
  await hers.keyboard.press('e')
  await expect(threadOf(hers)).toContainText('You reopened this')

  await hers.keyboard.press('a')
  await hers.getByRole('dialog').getByRole('combobox').fill('Ada')
  await hers.keyboard.press('Enter')
  await expect(threadOf(hers)).toContainText('You took this on')
  // What was put away is no longer open here; it is at the top of the list again.
  await expect(listOf(mine).getByRole('link').first()).toContainText(
    'For both of us'
  )
  await listOf(mine).getByRole('link').first().click()
  await expect(threadOf(mine)).toContainText('Ada Lovelace took this on')
})

test('each press of J is one row, a held one too, and never loses the focus, while a colleague writes to others', async ({
  page: mine,
  colleaguePage: hers,
}) => {
  const texts = Array.from({ length: 5 }, () => `Row ${freshNumber()}`)
  for (const text of texts) {
    await writeTo(hers, freshNumber(), text)
    await expect(rowOf(mine, text)).toBeVisible()
  }
  await rowOf(mine, texts[4] ?? '').click()
  await rowOf(mine, texts[4] ?? '').focus()

  await mine.keyboard.press('j')
  await mine.keyboard.press('j')
  // A new row at the top, in the middle of it.
  const news = `New ${freshNumber()}`
  await writeTo(hers, freshNumber(), news)
  await expect(rowOf(mine, news)).toBeAttached()
  for (let repeat = 0; repeat < 5; repeat += 1) {
    await mine.keyboard.down('j')
  }
  await mine.keyboard.up('j')

  const last = rowOf(mine, texts[1] ?? '')
  await expect(last).toHaveAttribute('aria-current', 'true')
  await expect(last).toBeFocused()
  await expect(threadOf(mine).getByText(texts[1] ?? '')).toBeVisible()
})

test('a message that is still on its way stands with its author alone, and then once with both', async ({
  page: mine,
  colleaguePage: hers,
}) => {
  await openForBoth(mine, hers)
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await mine.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('SendSmsMutation')) {
      await released
    }
    await route.continue()
  })
  const mineOnly = threadOf(mine)
    .getByRole('article')
    .filter({ hasText: 'Only mine, for now' })
  const hersToo = threadOf(hers)
    .getByRole('article')
    .filter({ hasText: 'Only mine, for now' })
  await mine
    .getByRole('textbox', { name: 'Message' })
    .fill('Only mine, for now')
  await mine.keyboard.press('Enter')
  await expect(mineOnly).toContainText('Sending')
  await expect(hersToo).toHaveCount(0)

  release()
  await expect(hersToo).toHaveCount(1)
  await expect(mineOnly).not.toContainText('Sending')
  await expect(mineOnly).toHaveCount(1)
})

test('the figures are the same for both', async ({
  page: mine,
  colleaguePage: hers,
}) => {
  const figures = (page: Page) => page.getByRole('definition').allInnerTexts()
  for (const page of [mine, hers]) {
    await page.goto('/analytics?days=7')
    await expect(page.getByRole('heading', { name: 'Analytics' })).toBeVisible()
    await expect(page.locator('.skeleton')).toHaveCount(0)
  }
  await expect(async () => {
    await Promise.all([mine.reload(), hers.reload()])
    await expect(hers.getByRole('definition').first()).toBeVisible()
    await expect(mine.getByRole('definition').first()).toBeVisible()
    expect(await figures(hers)).toEqual(await figures(mine))
  }).toPass()
})

test('an answer that comes while both look is read by both, and moves neither', async ({
  page: mine,
  colleaguePage: hers,
  simulatorUrl,
}) => {
  const { number, opening } = await openForBoth(mine, hers)
  await answerFrom(mine, simulatorUrl, number, 'Here I am')
  for (const page of [mine, hers]) {
    await expect(threadOf(page).getByText('Here I am')).toBeVisible()
    await expect(rowOf(page, 'Here I am')).toHaveAttribute(
      'aria-current',
      'true'
    )
    await expect(threadOf(page).getByText(opening)).toBeVisible()
  }
})

test('a page that is on its way says so, on a slow network', async ({
  page,
}) => {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/LabelsPage[^/]*\.js/, async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/labels')
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Loading')
  release()
  await expect(page.getByRole('heading', { name: 'Labels' })).toBeVisible()
})

test('the name stands before the labels in the head of a thread, also where there is little room', async ({
  page: mine,
  colleaguePage: hers,
}) => {
  const { number } = await openForBoth(mine, hers)
  const labels = ['A label of some length', 'Another label', 'And a third one']
  await mine.keyboard.press('Escape')
  for (const name of labels) {
    await mine.keyboard.press('l')
    await mine
      .getByRole('dialog')
      .getByRole('combobox')
      .fill(`${name} ${number.slice(-6)}`)
    await mine.getByRole('option', { name: /^Create/ }).click()
    await expect(threadOf(hers)).toContainText(`${name} ${number.slice(-6)}`)
    await mine.keyboard.press('Escape')
    await expect(mine.getByRole('dialog')).toHaveCount(0)
  }
  await hers.setViewportSize({ width: 1280, height: 800 })
  const heading = hers.getByRole('heading', { level: 2, name: /^\+1/ }).first()
  expect(
    await heading.evaluate(({ scrollWidth, clientWidth }) =>
      Math.max(0, scrollWidth - clientWidth)
    )
  ).toBe(0)
})
