import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { answerFrom, freshNumber, logIn, writeTo } from './operate'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds, by rule and place: nothing. */
const expectNothing = async (page: Page, where: string) => {
  // A colour that is still fading in is another colour.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        // A skeleton's never ends.
        .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
        .map(({ finished }) => finished.catch(() => {}))
    )
  )
  const { violations } = await new AxeBuilder({ page })
    .withTags([...WCAG, 'best-practice'])
    .analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${where}: ${id}: ${html.slice(0, 200)}`)
  )
  expect.soft(found).toEqual([])
}

const PAGES = [
  { path: '/inbox/unread', heading: 'Unread' },
  { path: '/inbox/mine', heading: 'Mine' },
  { path: '/inbox/unassigned', heading: 'Unassigned' },
  { path: '/inbox/snoozed', heading: 'Snoozed' },
  { path: '/inbox/archived', heading: 'Archived' },
  { path: '/inbox/failed', heading: 'Failed' },
  { path: '/settings', heading: 'Settings' },
  { path: '/labels', heading: 'Labels' },
  { path: '/analytics', heading: 'Analytics' },
  { path: '/canned-replies', heading: 'Canned replies' },
  { path: '/calls-settings', heading: 'Calls' },
  { path: '/channels', heading: 'Channels' },
  { path: '/webhooks', heading: 'Webhook health' },
  { path: '/setup', heading: 'Setup' },
  { path: '/integrations', heading: 'Integrations' },
  { path: '/api-keys', heading: 'API keys' },
  { path: '/users', heading: 'Users' },
  { path: '/audit', heading: 'Audit log' },
  { path: '/nowhere', heading: 'There is nothing here' },
]

/** What opens over the page, from an open conversation, and whose role it has then. */
const OPENED = [
  { key: 'a', role: 'dialog' },
  { key: 'l', role: 'dialog' },
  { key: 's', role: 'dialog' },
  { key: 'c', role: 'dialog' },
  { key: '?', role: 'dialog' },
  { key: 'Control+k', role: 'dialog' },
] as const

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('axe finds nothing on the pages', async ({ page, operator }) => {
      test.setTimeout(300_000)
      await page.goto('/login')
      await expect(page.getByLabel('Email')).toBeVisible()
      await expectNothing(page, '/login')
      await logIn(page, operator)
      for (const { path, heading } of PAGES) {
        await page.goto(path)
        await expect(
          page.getByRole('heading', { name: heading, level: 1 })
        ).toBeVisible()
        await expect(page.locator('.skeleton')).toHaveCount(0)
        await expectNothing(page, path)
      }
    })

    test('axe finds nothing in a conversation, nor in what opens over it', async ({
      page,
      operator,
      simulatorUrl,
    }) => {
      test.setTimeout(300_000)
      await logIn(page, operator)
      const number = freshNumber()
      await writeTo(page, number, 'Which size?')
      const thread = page.getByRole('log', { name: 'Messages' })
      await expect(thread.getByText('Which size?')).toBeVisible()
      await answerFrom(page, simulatorUrl, number, 'A large one')
      await expect(thread.getByText('A large one')).toBeVisible()
      await page.keyboard.press('n')
      await page.getByRole('textbox', { name: 'Note' }).fill('Large, again.')
      await page.getByRole('button', { name: 'Save the note' }).click()
      await expect(thread.getByText('Large, again.')).toBeVisible()
      await expectNothing(page, 'a conversation')

      await page.locator('#content').focus()
      for (const { key, role } of OPENED) {
        await page.keyboard.press(key)
        await expect(page.getByRole(role)).toBeVisible()
        await expectNothing(page, `what ${key} opens`)
        await page.keyboard.press('Escape')
        await expect(page.getByRole(role)).toHaveCount(0)
      }

      await thread
        .getByRole('button', { name: /Delivered/ })
        .first()
        .click()
      await expect(page.getByText('Timeline').first()).toBeVisible()
      await expectNothing(page, 'a timeline')

      await page.getByRole('button', { name: 'Account of Operator' }).click()
      await expectNothing(page, 'the account menu')
    })

    test('axe finds nothing on a phone', async ({ page, operator }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await logIn(page, operator)
      await writeTo(page, freshNumber(), 'On my way')
      await expect(page.getByRole('log', { name: 'Messages' })).toBeVisible()
      await expectNothing(page, 'the thread')
      await page.getByRole('button', { name: 'Show contact' }).click()
      await expect(page.getByRole('dialog', { name: 'Contact' })).toBeVisible()
      await expectNothing(page, 'the contact')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Back to the list' }).click()
      await expect(
        page.getByRole('list', { name: 'Conversations' })
      ).toBeVisible()
      await expectNothing(page, 'the list')
      await page.goto('/settings')
      await page.getByRole('button', { name: 'Account of Operator' }).click()
      await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible()
      await expectNothing(page, 'the account menu')
    })
  })
}
