import { expect, test } from './fixtures'
import { freshNumber, logIn, writeTo } from './operate'

test('a message goes out and is delivered before the operator’s eyes', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const number = freshNumber()
  await writeTo(page, number, 'Your table is ready.')

  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('Your table is ready.')).toBeVisible()
  await expect(thread.getByText('Delivered').first()).toBeAttached()

  const accepted = await page.request.get(
    `${simulatorUrl}/control/messages?to=${encodeURIComponent(number)}`
  )
  expect(await accepted.json()).toHaveLength(1)
})

test('the customer’s answer arrives live, also in a second tab', async ({
  page,
  context,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const number = freshNumber()
  await writeTo(page, number, 'When do you come?')
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('When do you come?')).toBeVisible()

  const second = await context.newPage()
  await second.goto('/inbox/open')
  const list = second.getByRole('list', { name: 'Conversations' })
  await expect(list.getByText('When do you come?')).toBeVisible()

  const handset = await context.newPage()
  await handset.goto(simulatorUrl)
  await handset.getByLabel('Your number').fill(number)
  await handset.getByLabel('Your number').press('Enter')
  await handset.getByRole('textbox', { name: 'Message' }).fill('At noon 👍')
  await handset.getByRole('button', { name: 'Send' }).click()

  await expect(list.getByText('At noon 👍')).toBeVisible()
  await expect(thread.getByText('At noon 👍')).toBeVisible()
})

test('a message that Twilio refuses shows its plain cause', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  // Twilio's magic number for "not a valid phone number" (21211).
  await writeTo(page, '+15005550001', 'Hello?')
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('Hello?').first()).toBeVisible()
  await expect(thread.getByText('Failed').first()).toBeAttached()
  await expect(
    thread.getByText(/not a valid phone number/).first()
  ).toBeVisible()
})

test('a number that can’t exist is refused, and the text stays', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  await writeTo(page, '12', 'Kept text')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/not a phone number/i).first()).toBeVisible()
  await expect(dialog.getByLabel('Message')).toHaveValue('Kept text')
})

test('what came while the page was away appears by itself', async ({
  page,
  context,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const number = freshNumber()
  await writeTo(page, number, 'Are you there?')
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('Are you there?')).toBeVisible()

  await context.setOffline(true)
  const sent = await page.request.post(`${simulatorUrl}/control/inbound`, {
    data: { from: number, body: 'Yes, sorry!' },
  })
  expect(sent.ok()).toBe(true)
  await context.setOffline(false)
  await expect(thread.getByText('Yes, sorry!')).toBeVisible()
})

test('a wrong password is told, and nothing more', async ({
  page,
  operator,
}) => {
  await page.goto('/')
  await page.getByLabel('Email').fill(operator.email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByText(/wrong email or password/i)).toBeVisible()
  await expect(page).toHaveURL(/\/login/)
})
