import type { Page } from '@playwright/test'

import { expect } from './fixtures'

/** A number that nobody has used in this run; the simulator makes of some endings what becomes of a message. */
export const freshNumber = (ending = '') => {
  const length = 7 - ending.length
  const first = 10 ** (length - 1)
  return `+1415${Math.floor(first * (2 + Math.random() * 7))}${ending}`
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
