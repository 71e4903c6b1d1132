import type { Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { freshNumber, logIn, writeTo } from './operate'

const listOf = (page: Page) => page.getByRole('list', { name: 'Conversations' })

const rowOf = (page: Page, text: string) =>
  listOf(page).getByRole('link').filter({ hasText: text })

/** Three conversations at the top of the list, the last one first; the last one is open. */
const writeToThree = async (page: Page) => {
  const texts = ['first', 'second', 'third'].map(
    (word) => `The ${word} of ${freshNumber().slice(-6)}`
  )
  for (const text of texts) {
    await writeTo(page, freshNumber(), text)
    await expect(rowOf(page, text)).toHaveAttribute('aria-current', 'true')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  return texts as [string, string, string]
}

test('one goes through the list, and puts away, without a mouse', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  const [first, second, third] = await writeToThree(page)
  await page.keyboard.press('Escape')

  await page.keyboard.press('j')
  await expect(rowOf(page, second)).toBeFocused()
  await expect(rowOf(page, second)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('k')
  await expect(rowOf(page, third)).toBeFocused()
  await page.keyboard.press('j')
  await expect(
    page.getByRole('log', { name: 'Messages' }).getByText(second)
  ).toBeVisible()

  await page.keyboard.press('e')
  await expect(rowOf(page, second)).toHaveCount(0)
  await expect(rowOf(page, first)).toBeFocused()
  await page.keyboard.press('k')
  await expect(rowOf(page, third)).toHaveAttribute('aria-current', 'true')

  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await expect(page).toHaveURL(/\/inbox\/archived/)
  await expect(rowOf(page, second)).toBeVisible()
})

test('letters are letters while one writes, and keys after Escape', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  const [, second] = await writeToThree(page)
  await page.keyboard.press('Escape')

  await page.keyboard.press('r')
  const message = page.getByRole('textbox', { name: 'Message' })
  await expect(message).toBeFocused()
  await page.keyboard.type('jeans, g o')
  await expect(message).toHaveValue('jeans, g o')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(rowOf(page, second)).toBeFocused()

  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: /^Search/ })
  await expect(search).toBeFocused()
  await expect(search).toHaveValue('')
  await search.fill(second)
  await expect(listOf(page).getByRole('link')).toHaveCount(1)
})

test('the palette does, goes and finds; ? shows the keys', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  const [first, , third] = await writeToThree(page)

  const palette = page.getByRole('dialog', { name: /Find a command/ })
  const openPalette = async (typed: string) => {
    await page.keyboard.press('Control+k')
    await expect(palette.getByRole('combobox')).toBeFocused()
    await page.keyboard.type(typed)
  }

  // Also from within the composer.
  await openPalette('assign')
  await expect(palette.getByRole('option').first()).toContainText('Assign')
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: /\(you\)/ }).click()
  await expect(
    page.getByRole('button', { name: 'Assigned to Operator' })
  ).toBeVisible()

  await openPalette('settings')
  await expect(palette.getByRole('option').first()).toContainText('Settings')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/settings$/)
  // The address comes before the page.
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await openPalette('archive')
  // There is no conversation on this page to put away.
  await expect(palette.getByRole('option')).toHaveText(['ArchivedGA'])
  await palette.getByRole('combobox').fill(first)
  await expect(
    palette.getByRole('group', { name: 'Conversations' })
  ).toBeVisible()
  await palette.getByRole('option').last().click()
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText(first)
  await expect(page.getByText(third)).toBeVisible()

  await page.locator('#content').focus()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard' })
  await expect(help.getByText('Archive or reopen')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await expect(page.locator('#content')).toBeFocused()
})

test('who dictates can turn single keys off', async ({ page, operator }) => {
  await logIn(page, operator)
  await page.goto('/settings')
  const choice = page.getByLabel(/Single keys are shortcuts/)
  await choice.uncheck()
  await page.locator('#content').focus()
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toHaveCount(1)
  await expect(dialog).toHaveAccessibleName(/Find a command/)
  await page.keyboard.press('Escape')
  await choice.check()
})
