import { expect, test } from './fixtures'
import { logIn } from './operate'

const GRAPHQL = '/.redwood/functions/graphql'

test('somebody who is invited sets a password, and is in', async ({
  page,
  browser,
  operator,
}) => {
  await logIn(page, operator)
  await page.goto('/users')
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog')
  const email = `grace-${Date.now()}@heliograph.test`
  await dialog.getByLabel('Email').fill(email)
  await dialog.getByLabel('Name').fill('Grace')
  await dialog.getByRole('button', { name: 'Invite' }).click()
  const link = await dialog.getByText(/\/invitation#/).textContent()

  const context = await browser.newContext()
  const theirs = await context.newPage()
  await theirs.goto(link ?? '')
  await theirs.getByLabel('New password').fill('password123')
  await theirs.getByRole('button', { name: 'Set it and log in' }).click()
  await expect(theirs.getByText(/easily guessed/)).toBeVisible()
  await theirs.getByLabel('New password').fill('an apple under the bridge')
  await theirs.getByRole('button', { name: 'Set it and log in' }).click()
  await expect(theirs).toHaveURL(/\/inbox\/open/)

  await dialog.getByRole('button', { name: 'I have it' }).click()
  await page.getByRole('button', { name: `Deactivate ${email}` }).click()
  await page.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await expect(
    page.getByRole('button', { name: `Activate ${email}` })
  ).toBeVisible()
  await theirs.goto('/')
  await expect(theirs).toHaveURL(/\/login/)
  await context.close()
})

test('a key lets a program in until it is revoked', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  await page.goto('/api-keys')
  await page.getByRole('button', { name: 'New API key' }).click()
  const dialog = page.getByRole('dialog')
  const name = `Report ${Date.now()}`
  await dialog.getByLabel('What uses it').fill(name)
  await dialog.getByRole('button', { name: 'Make the key' }).click()
  const key = await dialog.getByText(/^hg_/).textContent()
  await dialog.getByRole('button', { name: 'I have it' }).click()

  const codeNow = async () => {
    const response = await page.request.post(GRAPHQL, {
      headers: { authorization: `Bearer ${key}` },
      data: { query: '{ labels { id } }' },
    })
    const { errors } = await response.json()
    return errors?.[0].extensions.code ?? null
  }
  expect(await codeNow()).toBeNull()
  await page.getByRole('button', { name: `Revoke ${name}` }).click()
  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(page.getByText(/^Revoked /)).toBeVisible()
  expect(await codeNow()).toEqual('UNAUTHENTICATED')
})

test('who signs out everywhere is out, and the cookie of before is worth nothing', async ({
  page,
  context,
  operator,
}) => {
  await logIn(page, operator)
  const cookies = await context.cookies()
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/login/)
  await context.addCookies(cookies)
  await page.goto('/')
  await expect(page).toHaveURL(/\/login/)
})

test('a list of documents is refused, and so is a schema for who is nobody', async ({
  request,
}) => {
  const batch = await request.post(GRAPHQL, {
    data: [{ query: '{ labels { id } }' }, { query: '{ labels { id } }' }],
  })
  expect(batch.status()).toEqual(400)
  const schema = await request.post(GRAPHQL, {
    data: { query: '{ __schema { types { name } } }' },
  })
  expect((await schema.json()).errors[0].extensions.code).toEqual(
    'UNAUTHENTICATED'
  )
})

test('what is answered says what a browser may do with it', async ({
  request,
}) => {
  for (const path of [
    '/',
    '/login',
    '/.redwood/functions/health',
    '/nowhere',
  ]) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy']).toContain(
      "frame-ancestors 'none'"
    )
    expect(headers['x-content-type-options']).toEqual('nosniff')
  }
})
