import type { Page } from '@playwright/test'

import { expect } from './fixtures'

/** Of one red pixel. */
export const PICTURE = {
  contentType: 'image/png',
  content:
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
}

const digits = (count: number) =>
  Array.from({ length: count }, () => Math.floor(Math.random() * 10)).join('')

/** In use: to a number of an area that is not, or of an exchange below 200, Twilio sends nothing (21211). */
const AREA_CODES = ['206', '212', '303', '312', '415', '503', '617', '713']

const oneOf = <Item>(items: readonly Item[]) =>
  items[Math.floor(Math.random() * items.length)]

/**
 * A number that nobody has used in this run. The simulator makes of some endings (five digits, none begins with 1) what
 * becomes of a message.
 */
export const freshNumber = (ending = `1${digits(4)}`) => {
  // No exchange begins with 0 or 1.
  const exchange = `${oneOf([2, 3, 4, 5, 6, 7, 8, 9])}${digits(1)}`
  return `+1${oneOf(AREA_CODES)}${exchange}${ending}`
}

export const logIn = async (
  page: Page,
  { email, password }: { email: string; password: string }
) => {
  await page.goto('/')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
  // Not the login's own address, which names where it leads to.
  await expect(page).toHaveURL(/^[^?]+\/inbox\/open/)
}

/**
 * The row of a number in the list, which writes it with spaces. By all its digits: the last four are, every hundredth
 * run, somewhere in the text of another row.
 */
export const rowOf = (page: Page, number: string) =>
  page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(number.slice(1).split('').join(' ?')) })

export const writeTo = async (page: Page, number: string, text: string) => {
  await page.getByRole('button', { name: 'New conversation' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('To').fill(number)
  await dialog.getByLabel('Message').fill(text)
  await dialog.getByRole('button', { name: 'Send' }).click()
}

/** What a customer writes is with us when this resolves. */
export const answerFrom = async (
  page: Page,
  simulatorUrl: string,
  number: string,
  body: string
) => {
  const response = await page.request.post(`${simulatorUrl}/control/inbound`, {
    data: { from: number, body },
  })
  expect(response.status()).toBe(201)
}

/** As everybody has them at first. */
const AS_THEY_COME = {
  theme: null,
  density: null,
  timeZone: null,
  language: null,
  sendsOnEnter: null,
  sound: null,
  desktopNotifications: null,
  mutedFolders: null,
}

/** Gives the operator of a page the settings as they come. */
export const resetSettings = async (page: Page) => {
  const { status, body } = await page.evaluate(async (input) => {
    const answer = await fetch('/.redwood/functions/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          'mutation ($settings: UserSettingsInput!) { updateSettings(settings: $settings) { id } }',
        variables: { settings: input },
      }),
    })
    return { status: answer.status, body: await answer.json() }
  }, AS_THEY_COME)
  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.errors).toBeUndefined()
}
