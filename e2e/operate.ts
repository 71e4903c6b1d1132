import type { Page } from '@playwright/test'

import { expect } from './fixtures'

const digits = (count: number) =>
  Array.from({ length: count }, () => Math.floor(Math.random() * 10)).join('')

/**
 * A number that nobody has used in this run. The simulator makes of some endings (five digits, none begins with 1) what
 * becomes of a message.
 */
export const freshNumber = (ending = `1${digits(4)}`) => {
  const areaCode = `${2 + Math.floor(Math.random() * 8)}${digits(2)}`
  return `+1${areaCode}${digits(7 - ending.length)}${ending}`
}

export const logIn = async (
  page: Page,
  { email, password }: { email: string; password: string }
) => {
  await page.goto('/')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page).toHaveURL(/\/inbox\/open/)
}

export const writeTo = async (page: Page, number: string, text: string) => {
  await page.getByRole('button', { name: 'New conversation' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('To').fill(number)
  await dialog.getByLabel('Message').fill(text)
  await dialog.getByRole('button', { name: 'Send' }).click()
}
