import type { Page } from '@playwright/test'

import german from '../web/src/lib/language/german'
import germanForAdministrators from '../web/src/lib/language/germanForAdministrators'

import { expect, test } from './fixtures'
import { logIn, resetSettings } from './operate'

const GERMAN = { ...german, ...germanForAdministrators }
const SAID_IN_GERMAN = new Set<string>(Object.values(GERMAN))

const ARGUMENT = /\{\w+(?:, plural,(?: \w+ \{[^{}]*\})+)?\}/

/** What each English message looks like once its arguments are filled in, where German says something else. */
const ENGLISH = Object.keys(GERMAN)
  .filter((message) => !SAID_IN_GERMAN.has(message))
  // What is nothing but an argument looks like everything.
  .filter((message) => /\w{2}/.test(message.replace(ARGUMENT, '')))
  .map((message) =>
    message
      .split(ARGUMENT)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+')
  )
const IS_ENGLISH = new RegExp(`^(?:${ENGLISH.join('|')})$`)

/** What looks like one of ours: the server's English, and the shortcut of a canned reply that another test makes. */
const SAID_BY_OTHERS = new Set(['Conversations of the account', 'hours'])

/** All that a page says, to who sees it and to who hears it. */
const wordsOf = (page: Page) =>
  page.locator('body').evaluate((body) => {
    const said: string[] = []
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      said.push(walker.currentNode.textContent?.trim() ?? '')
    }
    for (const element of body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        said.push(element.getAttribute(name)?.trim() ?? '')
      }
    }
    return said.filter(Boolean)
  })

const expectGerman = async (page: Page, where: string) => {
  await expect(page.locator('.skeleton')).toHaveCount(0)
  const english = (await wordsOf(page)).filter(
    (text) => IS_ENGLISH.test(text) && !SAID_BY_OTHERS.has(text)
  )
  expect.soft(english, where).toEqual([])
}

/** The pages, and what each opens over itself. */
const PAGES = [
  { path: '/calls-settings', heading: 'Anrufe', opens: 'Eine Nummer anders' },
  { path: '/channels', heading: 'Kanäle', opens: 'Neuer Kanal' },
  { path: '/webhooks', heading: 'Zustand der Webhooks' },
  { path: '/setup', heading: 'Einrichtung' },
  { path: '/integrations', heading: 'Integrationen', opens: 'Neuer Endpunkt' },
  { path: '/api-keys', heading: 'API-Schlüssel', opens: 'Neuer API-Schlüssel' },
  { path: '/users', heading: 'Benutzer', opens: 'Einladen' },
  { path: '/labels', heading: 'Labels' },
  { path: '/canned-replies', heading: 'Textbausteine' },
  { path: '/analytics', heading: 'Auswertung' },
  { path: '/settings', heading: 'Einstellungen' },
]

test.afterEach(({ page }) => resetSettings(page))

test('no page for administrators says an English word while it is German', async ({
  page,
  operator,
}) => {
  test.setTimeout(120_000)
  await logIn(page, operator)
  await page.goto('/settings')
  await page.getByLabel('Language').selectOption('Deutsch')
  await expect(page.getByLabel('Sprache')).toBeVisible()

  for (const { path, heading, opens } of PAGES) {
    await page.goto(path)
    await expect(
      page.getByRole('heading', { name: heading, level: 1 })
    ).toBeVisible()
    await expectGerman(page, path)
    if (opens) {
      await page.getByRole('button', { name: opens }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectGerman(page, `${path}: ${opens}`)
      await page.keyboard.press('Escape')
    }
  }

  await page.goto('/channels')
  await page.getByRole('list', { name: 'Kanäle' }).getByRole('link').click()
  await expect(
    page.getByRole('button', { name: 'Neue automatische Antwort' })
  ).toBeVisible()
  await expectGerman(page, 'a channel')
  await page.getByRole('button', { name: 'Neue automatische Antwort' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectGerman(page, 'an automatic reply')
})

test('who chose German on another page finds it on these', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  // English first: nothing of the German ones is there yet.
  await page.goto('/users')
  await expect(page.getByRole('heading', { name: 'Users' })).toBeVisible()
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Language').selectOption('Deutsch')
  await page.getByRole('button', { name: /^Konto von/ }).click()
  await page.getByRole('link', { name: 'Benutzer' }).click()
  await expect(page.getByRole('button', { name: 'Einladen' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Benutzer' })).toBeVisible()
})
