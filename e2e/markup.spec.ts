import type { Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { answerFrom, freshNumber, logIn } from './operate'

/** Runs where it is taken for HTML: by itself, or, where the Content-Security-Policy forbids that, as a complaint. */
const MARKUP = `<img src=x onerror="document.title='run'">`

const ask = (page: Page, query: string, variables: object) =>
  page.evaluate(async (body) => {
    const answer = await fetch('/.redwood/functions/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const { data, errors } = await answer.json()
    if (errors) {
      throw new Error(JSON.stringify(errors))
    }
    return data
  }, JSON.stringify({ query, variables }))

const STORE = `mutation ($text: String!, $email: String!, $key: String!, $conversation: ID!, $contact: ID!, $url: String!) {
  createLabel(name: $text, color: RED) { id }
  createCannedReply(shortcut: $key, text: $text) { id }
  renameContact(id: $contact, name: $text) { id }
  updateContactNotes(id: $contact, notes: $text) { id }
  addNote(conversationId: $conversation, body: $text) { id }
  createApiKey(input: { name: $text, role: VIEWER }) { apiKey { id } }
  inviteUser(input: { email: $email, name: $text, role: VIEWER }) { account { id } }
  createWebhookEndpoint(input: { url: $url, description: $text, events: ["message.received"], isEnabled: false }) { endpoint { id } }
}`

const PAGES = [
  'labels',
  'canned-replies',
  'calls-settings',
  'channels',
  'webhooks',
  'setup',
  'integrations',
  'api-keys',
  'users',
  'audit',
  'analytics',
  'inbox/failed',
]

/** Where it is a value of a field, its own page shows it as one. */
const SHOWN_ON = [
  'labels',
  'canned-replies',
  'integrations',
  'api-keys',
  'users',
]

test('what somebody stores is text on every page, and runs on none', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  test.setTimeout(120_000)
  const number = freshNumber()
  await answerFrom(page, simulatorUrl, number, `${MARKUP} ${number}`)
  await logIn(page, operator)
  await page.getByRole('link').filter({ hasText: number }).first().click()
  await expect(page).toHaveURL(/\/open\/./)
  const conversation = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const found = await ask(
    page,
    'query ($id: ID!) { conversation(id: $id) { contact { id } } }',
    { id: conversation }
  )
  await ask(page, STORE, {
    text: MARKUP,
    email: `markup-${number.slice(-9)}@example.com`,
    key: `markup-${number.slice(-9)}`,
    url: `https://example.com/${encodeURIComponent(MARKUP)}`,
    conversation,
    contact: found.conversation.contact.id,
  })

  const expectText = async (where: string) => {
    await expect(page.locator('.skeleton')).toHaveCount(0)
    await expect(page.locator('img[src="x"]'), where).toHaveCount(0)
    await expect(page, where).not.toHaveTitle(/run/)
  }
  const thread = page.getByRole('log', { name: 'Messages' })
  // The message and the note.
  await expect(thread.getByText(MARKUP)).toHaveCount(2)
  await expectText('the thread')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('<img')
  await expectText('the palette')
  for (const path of PAGES) {
    await page.goto(`/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectText(path)
    if (SHOWN_ON.includes(path)) {
      await expect(page.getByText(MARKUP).first()).toBeVisible()
    }
  }
})
