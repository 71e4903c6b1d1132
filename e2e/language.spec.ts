import AxeBuilder from '@axe-core/playwright'

import { expect, test } from './fixtures'
import { freshNumber, logIn, resetSettings, writeTo } from './operate'

test.describe('who is logged in', () => {
  test.afterEach(({ page }) => resetSettings(page))

  test('turns the page German and English again, and loses nothing that was written', async ({
    page,
    operator,
  }) => {
    await logIn(page, operator)
    const number = freshNumber()
    await writeTo(page, number, 'Good morning')
    await expect(page).toHaveURL(/\/open\/./)
    const thread = page.url()
    await page.getByRole('textbox', { name: 'Message' }).fill('Half a sentence')

    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('link', { name: 'Settings' }).click()
    // What a load would lose.
    await page.evaluate(() => Object.assign(window, { isSamePage: true }))
    await page.getByLabel('Language').focus()
    await page.getByLabel('Language').selectOption('Deutsch')
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(
      page.getByRole('heading', { name: 'Einstellungen' })
    ).toBeVisible()
    await expect(page.getByLabel('Sprache')).toBeFocused()

    await page.getByRole('link', { name: /^Offen/ }).click()
    await page
      .getByRole('link', { name: /Good morning/ })
      .first()
      .click()
    await expect(page).toHaveURL(thread)
    const message = page.getByRole('textbox', { name: 'Nachricht' })
    await expect(message).toHaveValue('Half a sentence')
    await expect(
      page.getByRole('button', { name: 'Archivieren' })
    ).toBeVisible()
    await expect(page.getByRole('log', { name: 'Nachrichten' })).toContainText(
      /Zugestellt|Gesendet/
    )
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations).toEqual([])

    await page.goto('/settings')
    await expect(page.getByLabel('Sprache')).toHaveValue('de')
    await page.evaluate(() => Object.assign(window, { isSamePage: true }))
    await page.getByLabel('Sprache').selectOption('English')
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
  })
})

test.describe('a browser that is German', () => {
  test.use({ locale: 'de-AT' })

  test('is greeted in German', async ({ page }) => {
    await page.goto('/login')
    await expect(page.getByLabel('Passwort')).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  })
})
