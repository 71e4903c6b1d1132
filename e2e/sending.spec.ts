import { expect, test } from './fixtures'
import { freshNumber, logIn, writeTo } from './operate'

test('a message that failed is sent again, once, and both stay', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  // What becomes of a message to such a number: undelivered, the phone is off (30003).
  const number = freshNumber('30003')
  await writeTo(page, number, 'Please call back.')
  const thread = page.getByRole('log', { name: 'Messages' })
  await thread.getByRole('button', { name: 'Retry' }).dblclick()

  await expect(thread.getByRole('link', { name: 'Sent again' })).toBeVisible()
  await expect(thread.getByText('Please call back.')).toHaveCount(2)
  await expect(
    thread.getByRole('link', { name: 'An earlier try' })
  ).toBeVisible()
  // The second one fails as well, and could be tried in its turn.
  await expect(thread.getByRole('button', { name: 'Retry' })).toHaveCount(1)
  const accepted = await page.request.get(
    `${simulatorUrl}/control/accepted?to=${encodeURIComponent(number)}`
  )
  expect(await accepted.json()).toMatchObject({ count: 2 })
})

test('the timeline says what was reported, by whom, and what it means', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  await writeTo(page, freshNumber('30003'), 'Where are you?')
  const thread = page.getByRole('log', { name: 'Messages' })
  await thread.getByRole('button', { name: 'Undelivered' }).click()
  const timeline = page.getByRole('dialog', { name: 'Timeline' })
  await expect(timeline.getByRole('listitem')).toHaveCount(3)
  const last = timeline.getByRole('listitem').last()
  await expect(last).toContainText('Twilio’s callback')
  await expect(last).toContainText('by the carrier’s clock')
  await expect(last).toContainText(
    /Error 30003: The phone could not be reached/
  )
})

test('STOP locks the composer, START opens it, and the text stays', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const number = freshNumber()
  await writeTo(page, number, 'Our news of the week')
  await expect(page.getByRole('dialog')).toBeHidden()
  const composer = page.getByRole('textbox', { name: 'Message' })
  await composer.fill('Half a thought')

  const customerWrites = (body: string) =>
    page.request.post(`${simulatorUrl}/control/inbound`, {
      data: { from: number, body },
    })
  await customerWrites('STOP')
  await expect(page.getByText(/wrote STOP or a word like it/)).toBeVisible()
  await expect(page.getByText(/until they write START/)).toBeVisible()
  await expect(composer).toBeHidden()

  await customerWrites('START')
  await expect(composer).toHaveValue('Half a thought')
})

test('a message for later waits, and is canceled', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const number = freshNumber()
  await writeTo(page, number, 'Now')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('textbox', { name: 'Message' }).fill('Later')
  await page.getByRole('button', { name: 'Send later' }).click()
  await page.getByRole('button', { name: 'Schedule' }).click()

  const thread = page.getByRole('log', { name: 'Messages' })
  await expect(thread.getByText('Later')).toBeVisible()
  await expect(thread.getByText(/^Scheduled for/)).toBeVisible()
  await thread.getByRole('button', { name: 'Cancel' }).click()
  await expect(thread.getByText('Canceled')).toBeAttached()
  const accepted = await page.request.get(
    `${simulatorUrl}/control/accepted?to=${encodeURIComponent(number)}`
  )
  expect(await accepted.json()).toMatchObject({ count: 1 })
})

test('what has failed comes into its folder by itself, and leaves it when it is sent again', async ({
  page,
  context,
  operator,
}) => {
  await logIn(page, operator)
  const folder = await context.newPage()
  await folder.goto('/inbox/failed')
  await writeTo(page, freshNumber('30005'), 'Into the folder')
  const failed = folder.getByRole('list', { name: 'Failed messages' })
  const row = failed
    .getByRole('listitem')
    .filter({ hasText: 'Into the folder' })
  await expect(row).toHaveCount(1)

  await folder.getByRole('button', { name: 'Retry all' }).click()
  await folder.getByRole('button', { name: 'Send them again' }).click()
  await expect(folder.getByText(/^Sent again: |None of them/)).toBeVisible()
})
