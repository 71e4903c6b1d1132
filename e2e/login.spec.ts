import { expect, test } from './fixtures'

test('a visitor without a session is shown the login page', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/login/)
  await expect(page.getByLabel(/e-?mail/i)).toBeVisible()
  await expect(page.getByLabel(/password/i)).toBeVisible()
})

test('the handset page answers', async ({ page, simulatorUrl }) => {
  const response = await page.goto(simulatorUrl)
  expect(response?.ok()).toBe(true)
})
