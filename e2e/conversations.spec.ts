import { randomBytes } from 'node:crypto'

import twilio from 'twilio'

import { expect, test } from './fixtures'
import { freshNumber, logIn } from './operate'

const ENABLED = { xTwilioWebhookEnabled: 'true' } as const

interface Elsewhere {
  simulatorUrl: string
  account: { accountSid: string; authToken: string; phoneNumber: string }
}

/** What a no-code tool does: it calls Twilio, and knows nothing of us. */
const startElsewhere = async (
  { simulatorUrl, account }: Elsewhere,
  address: string,
  asking: Partial<typeof ENABLED> = ENABLED
) => {
  const client = twilio(account.accountSid, account.authToken)
  client.conversations.baseUrl = simulatorUrl
  const { conversations } = client.conversations.v1
  const friendlyName = `Order ${randomBytes(4).toString('hex')}`
  const { sid } = await conversations.create({ ...asking, friendlyName })
  const conversation = conversations(sid)
  await conversation.participants.create({
    ...asking,
    'messagingBinding.address': address,
    'messagingBinding.proxyAddress': account.phoneNumber,
  })
  return { friendlyName, conversation }
}

test('a conversation that another system made appears by itself, is answered, changes live and locks when it is closed', async ({
  page,
  operator,
  simulatorUrl,
  account,
}) => {
  await logIn(page, operator)
  const customer = freshNumber()
  const { friendlyName, conversation } = await startElsewhere(
    { simulatorUrl, account },
    customer
  )
  const row = page.getByRole('link', { name: friendlyName })
  await expect(row).toBeVisible()
  await page.request.post(`${simulatorUrl}/control/inbound`, {
    data: { from: customer, body: 'Is it ready?' },
  })
  await expect(row).toContainText('Is it ready?')

  await row.click()
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('Is it ready?')).toBeVisible()
  await page.getByLabel('Message', { exact: true }).fill('Almost.')
  await page.getByLabel('Message', { exact: true }).press('Enter')
  await expect(thread.getByText('Almost.')).toBeVisible()
  await expect(thread.getByText('Delivered')).toBeAttached()
  await expect(thread.getByText('Almost.')).toHaveCount(1)

  const bot = await conversation.messages.create({
    ...ENABLED,
    author: 'bot',
    body: 'It is redy',
  })
  await expect(thread.getByText('It is redy')).toBeVisible()
  await expect(thread.getByText('bot', { exact: true })).toBeVisible()
  await conversation
    .messages(bot.sid)
    .update({ ...ENABLED, body: 'It is ready' })
  await expect(thread.getByText('It is ready')).toBeVisible()
  await expect(thread.getByText('Edited')).toBeVisible()
  await conversation.messages(bot.sid).remove(ENABLED)
  await expect(thread.getByText('This message was removed.')).toBeVisible()

  await conversation.update({ ...ENABLED, state: 'closed' })
  await expect(
    page.getByText('This conversation is closed at Twilio', { exact: false })
  ).toBeVisible()
  await expect(page.getByLabel('Message', { exact: true })).toHaveCount(0)
})

test('a conversation that another system made in silence, as Twilio keeps it, is there whole as soon as the phone answers', async ({
  page,
  operator,
  simulatorUrl,
  account,
}) => {
  await logIn(page, operator)
  const customer = freshNumber()
  const { friendlyName, conversation } = await startElsewhere(
    { simulatorUrl, account },
    customer,
    {}
  )
  await conversation.messages.create({ author: 'bot', body: 'It is ready' })
  await page.request.post(`${simulatorUrl}/control/inbound`, {
    data: { from: customer, body: 'I am on my way' },
  })
  await page.getByRole('link', { name: friendlyName }).click()
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('It is ready')).toHaveCount(1)
  await expect(thread.getByText('I am on my way')).toHaveCount(1)
  await expect(page.getByText('1 participant', { exact: false })).toBeVisible()

  await page.request.post(`${simulatorUrl}/control/inbound`, {
    data: { from: customer, body: 'STOP' },
  })
  await expect(
    page.getByText('Whoever takes part here by phone has opted out', {
      exact: false,
    })
  ).toBeVisible()
  await expect(page.getByLabel('Message', { exact: true })).toHaveCount(0)
})

test('a phone of a conversation answers from the handset page, where another system began it', async ({
  page,
  context,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const customer = freshNumber()
  const name = `Rent ${randomBytes(4).toString('hex')}`
  const handset = await context.newPage()
  await handset.goto(simulatorUrl)
  await handset.getByText('Conversations', { exact: true }).click()
  await handset.getByLabel('Name', { exact: true }).fill(name)
  await handset.getByLabel('People').fill(`${customer}, bot`)
  await handset.getByRole('button', { name: 'Start conversation' }).click()
  const list = handset.getByRole('list', { name: 'Conversations' })
  const made = list.getByRole('listitem').filter({ hasText: name })
  await made.getByLabel('Write as bot').fill('Welcome')
  await made.getByLabel('Write as bot').press('Enter')
  await handset.getByLabel('Your number').fill(customer)
  await handset.getByLabel('Your number').press('Enter')
  await expect(
    handset.getByRole('log', { name: 'Conversation' }).getByText('Welcome')
  ).toBeVisible()
  await handset.getByRole('textbox', { name: 'Message' }).fill('Thank you')
  await handset.getByRole('button', { name: 'Send' }).click()

  await page.getByRole('link', { name }).click()
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('Welcome')).toBeVisible()
  await expect(thread.getByText('Thank you')).toBeVisible()
})

test('an operator talks with several people', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const [reached, missed] = [freshNumber(), freshNumber('30003')]
  const name = `Move ${randomBytes(4).toString('hex')}`
  await page.getByRole('button', { name: 'New conversation' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Talk with several people' }).click()
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('People').fill(`${reached}\n${missed}\nada`)
  await dialog.getByRole('button', { name: 'Start' }).click()

  await expect(page.getByRole('heading', { name })).toHaveCount(2)
  const people = page.getByRole('list', { name: 'Participants' })
  await expect(people.getByRole('listitem')).toHaveCount(3)
  await expect(people.getByText('ada')).toBeVisible()

  await page.getByLabel('Message', { exact: true }).fill('We meet at nine.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('We meet at nine.')).toBeVisible()
  await expect(thread.getByText(/It did not reach \+1/)).toBeVisible()
  const accepted = await page.request.get(
    `${simulatorUrl}/control/accepted?to=${encodeURIComponent(reached)}`
  )
  expect(await accepted.json()).toMatchObject({ count: 1 })
})
