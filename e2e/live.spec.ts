import type { BrowserContext, Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { answerFrom, freshNumber, logIn, writeTo } from './operate'

/** The live streams that a browser has opened. */
const countStreams = (context: BrowserContext) => {
  let count = 0
  context.on('request', (request) => {
    if (request.postData()?.includes('subscription InboxChanged')) {
      count += 1
    }
  })
  return () => count
}

const listOf = (page: Page) => page.getByRole('list', { name: 'Conversations' })

test('ten tabs share one live stream, and go on when its tab is closed', async ({
  context,
  page,
  operator,
  simulatorUrl,
}) => {
  const streams = countStreams(context)
  await logIn(page, operator)
  const number = freshNumber()
  const question = `When do you come to ${number}?`
  await writeTo(page, number, question)
  await expect(listOf(page).getByText(question)).toBeVisible()

  const others = await Promise.all(
    Array.from({ length: 9 }, async () => {
      const tab = await context.newPage()
      await tab.goto('/inbox/open')
      await expect(listOf(tab).getByText(question)).toBeVisible()
      return tab
    })
  )
  await answerFrom(page, simulatorUrl, number, `At noon ${number}`)
  for (const tab of [page, ...others]) {
    await expect(listOf(tab).getByText(`At noon ${number}`)).toBeVisible()
  }
  expect(streams()).toBe(1)

  await page.close()
  await answerFrom(others[0], simulatorUrl, number, `Or at one ${number}`)
  for (const tab of others) {
    await expect(listOf(tab).getByText(`Or at one ${number}`)).toBeVisible()
  }
  expect(streams()).toBe(2)
})

test('who logs out in one tab has logged out in all of them', async ({
  context,
  page,
  operator,
}) => {
  await logIn(page, operator)
  const other = await context.newPage()
  await other.goto('/inbox/open')
  await expect(other.getByRole('main')).toBeVisible()

  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  for (const tab of [page, other]) {
    await expect(tab.getByLabel('Password')).toBeVisible()
  }

  await logIn(page, operator)
  await expect(other).toHaveURL(/^[^?]+\/inbox\/open/)
})

test('a leader that stands still is replaced, and what it missed is there when it wakes up', async ({
  context,
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const other = await context.newPage()
  await other.goto('/inbox/open')
  const number = freshNumber()
  const question = `Is it ready ${number}?`
  await answerFrom(page, simulatorUrl, number, question)
  for (const tab of [page, other]) {
    await expect(listOf(tab).getByText(question)).toBeVisible()
  }

  // As a tab that the system put to sleep: nothing runs in it, and nothing of it is closed.
  const leader = await context.newCDPSession(page)
  await leader.send('Debugger.enable')
  await leader.send('Debugger.pause')
  const later = `I am waiting ${number}`
  await answerFrom(other, simulatorUrl, number, later)
  // It is asked twice, three seconds apart, before it counts as gone.
  await expect(listOf(other).getByText(later)).toBeVisible({
    timeout: 30_000,
  })
  await leader.send('Debugger.disable')
  await expect(listOf(page).getByText(later)).toBeVisible()
})

test('a page that was offline says so, and what it missed arrives', async ({
  context,
  page,
  operator,
  colleaguePage,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const other = await context.newPage()
  await other.goto('/inbox/open')
  const number = freshNumber()
  await answerFrom(colleaguePage, simulatorUrl, number, `Hello ${number}?`)
  await expect(listOf(other).getByText(`Hello ${number}?`)).toBeVisible()

  await context.setOffline(true)
  for (const tab of [page, other]) {
    await expect(tab.getByText(/You are offline/)).toBeVisible()
  }
  const missed = `Anybody there ${number}?`
  await answerFrom(colleaguePage, simulatorUrl, number, missed)
  await context.setOffline(false)
  for (const tab of [page, other]) {
    await expect(listOf(tab).getByText(missed)).toBeVisible()
    await expect(tab.getByText(/You are offline/)).toBeHidden()
  }
})

test('one sees who looks and who types, and hears who answered while one was writing', async ({
  page,
  operator,
  colleague,
  colleaguePage,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  await logIn(colleaguePage, colleague)
  const number = freshNumber()
  const text = `Where is my parcel ${number}?`
  await answerFrom(page, simulatorUrl, number, text)
  for (const desk of [page, colleaguePage]) {
    await listOf(desk).getByText(text).click()
  }
  const header = page.locator('header').filter({ hasText: 'Ada' })
  await expect(header.getByText('Ada Lovelace is looking')).toBeVisible()

  const field = page.getByRole('textbox', { name: 'Message' })
  const hers = colleaguePage.getByRole('textbox', { name: 'Message' })
  await field.fill('It is on its way.')
  await hers.pressSequentially('It comes at noon.')
  await expect(header.getByText('Ada Lovelace is typing…')).toBeVisible()
  await hers.press('Enter')

  const warning = page.getByRole('group', { name: 'Somebody answered' })
  await expect(warning).toContainText('Ada Lovelace answered just now')
  await field.press('Enter')
  await expect(warning).toContainText('Your text has not been sent.')
  await expect(field).toHaveValue('It is on its way.')
  await warning.getByRole('button', { name: 'Send anyway' }).click()
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('It is on its way.')).toBeVisible()
  await expect(warning).toBeHidden()

  await colleaguePage.close()
  await expect(header).toBeHidden()
})
