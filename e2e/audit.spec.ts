import { readFile } from 'node:fs/promises'

import { expect, test } from './fixtures'
import { logIn } from './operate'

const GRAPHQL = '/.redwood/functions/graphql'

test('an administrator sees what an agent does, and what an agent is refused', async ({
  page,
  operator,
  colleague,
  colleaguePage,
}) => {
  await logIn(page, operator)
  await logIn(colleaguePage, colleague)

  const shortcut = `audit-${Date.now()}`
  const asked = await colleaguePage.request.post(GRAPHQL, {
    headers: { 'auth-provider': 'dbAuth', authorization: 'Bearer session' },
    data: {
      query: `mutation { createCannedReply(shortcut: "${shortcut}", text: "Not for the log") { id } }`,
    },
  })
  expect((await asked.json()).errors).toBeUndefined()
  await colleaguePage.request.post(GRAPHQL, {
    headers: { 'auth-provider': 'dbAuth', authorization: 'Bearer session' },
    data: { query: 'mutation { revokeApiKey(id: "none") { id } }' },
  })

  await page.getByRole('button', { name: 'Account of Operator' }).click()
  await page.getByRole('link', { name: 'Audit log' }).click()
  await expect(
    page.getByRole('heading', { name: 'Audit log', level: 1 })
  ).toBeVisible()
  const rows = page
    .getByRole('list', { name: 'Audit log' })
    .getByRole('listitem')
  await expect(rows.first()).toContainText('Ada Lovelace')

  // Found by a part of the name; the filter is in the address, and survives a reload.
  const search = page.getByRole('searchbox', { name: 'Search' })
  await search.fill(shortcut)
  await search.press('Enter')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(`Made a canned reply: /${shortcut}`)
  await expect(page).toHaveURL(new RegExp(`q=${shortcut}`))
  await page.reload()
  await expect(rows).toHaveCount(1)

  await rows.first().locator('summary').click()
  await expect(rows.first()).toContainText('createCannedReply · Inbox')
  await expect(rows.first()).toContainText('127.0.0.1')
  await expect(page.getByText('Not for the log')).toHaveCount(0)

  // As a file, the same.
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download CSV' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  const [head, own, made, ...more] = csv.trim().split('\n')
  expect(head).toMatch(/^at,/)
  // What leaves the house is written down before its first byte, so the file knows of itself.
  expect(own).toContain('exportAuditLog')
  expect(made).toContain('createCannedReply')
  expect(more).toEqual([])

  await page.goto('/audit?action=revokeApiKey')
  await expect(rows.first()).toContainText('Refused')
  await expect(rows.first()).toContainText('Ada Lovelace')

  await page.getByRole('combobox', { name: 'What' }).selectOption('Exports')
  await expect(rows.first()).toContainText('Exported the audit log')
  await page.goBack()
  await expect(rows.first()).toContainText('Revoked an API key')
})

test('who is no administrator sees nothing of it', async ({
  colleague,
  colleaguePage,
}) => {
  await logIn(colleaguePage, colleague)
  await colleaguePage.goto('/audit')
  await expect(
    colleaguePage.getByText('This page is for administrators')
  ).toBeVisible()
  const file = await colleaguePage.request.get('/.redwood/functions/audit.csv')
  expect(file.status()).toBe(403)
})
