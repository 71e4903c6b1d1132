import type { Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { freshNumber, logIn, PICTURE } from './operate'

const file = (contentType: string, text: string, name?: string) => ({
  contentType,
  content: Buffer.from(text).toString('base64'),
  name,
})

const wave = (samples: number) => {
  const head = Buffer.from(
    '524946460000000057415645666d74201000000001000100401f0000401f0000010008006461746100000000',
    'hex'
  )
  head.writeUInt32LE(36 + samples, 4)
  head.writeUInt32LE(samples, 40)
  return Buffer.concat([head, Buffer.alloc(samples, 128)]).toString('base64')
}

/** A customer whom nobody has heard of writes. */
const customer = (page: Page, simulatorUrl: string) => {
  const number = freshNumber()
  const write = async (order: object) => {
    const response = await page.request.post(
      `${simulatorUrl}/control/inbound`,
      { data: { from: number, ...order } }
    )
    expect(response.status()).toBe(201)
    return response.json()
  }
  return { number, write }
}

const openConversation = async (page: Page, text: RegExp | string) => {
  await page.getByRole('link').filter({ hasText: text }).first().click()
  return page.getByRole('log', { name: 'Messages' })
}

test('pictures come into the thread, and are looked at one after the other', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  const { write } = customer(page, simulatorUrl)
  await logIn(page, operator)
  await write({
    body: 'Three pictures of it',
    media: [
      { ...PICTURE, name: 'front.png' },
      { ...PICTURE, name: 'back.png' },
      { ...PICTURE, name: 'side.png' },
    ],
  })
  const thread = await openConversation(page, 'Three pictures of it')
  const front = thread.getByRole('img', { name: 'front.png' })
  await expect
    .poll(() => front.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(1)

  await thread.getByRole('button', { name: 'Show front.png' }).click()
  await expect(page.getByRole('dialog', { name: 'front.png' })).toContainText(
    '1 of 3'
  )
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('dialog', { name: 'side.png' })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('dialog', { name: 'back.png' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(
    thread.getByRole('button', { name: 'Show front.png' })
  ).toBeFocused()
})

test('of ten files, those that load are shown, and one that never does says so', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  const { write } = customer(page, simulatorUrl)
  await logIn(page, operator)
  await write({
    body: 'Ten files',
    media: [
      { ...PICTURE, name: 'late.png', missing: 1 },
      file('application/pdf', '%PDF-1.7\n%%EOF\n', 'bill.pdf'),
      file('text/vcard', 'BEGIN:VCARD\nVERSION:3.0\nFN:Maya\nEND:VCARD\n'),
      { contentType: 'audio/wav', content: wave(800), name: 'note.wav' },
      { ...PICTURE, redirect: 'http://127.0.0.1:1/latest/meta-data' },
      { ...PICTURE, missing: 1_000_000 },
      file('image/png', '<script>alert(1)</script>', 'page.png'),
      PICTURE,
      PICTURE,
      PICTURE,
    ],
  })
  const thread = await openConversation(page, 'Ten files')
  const files = thread.getByRole('listitem')
  await expect(files).toHaveCount(10, { timeout: 15_000 })
  // It was not there when it was first asked for.
  await expect(files.nth(0).getByRole('img')).toBeVisible({ timeout: 20_000 })
  await expect(files.nth(1).getByRole('link')).toContainText('bill.pdf')
  await expect(files.nth(2).getByRole('link')).toContainText('Contact card')
  await expect(files.nth(3).getByLabel('note.wav')).toBeVisible()
  await expect(files.nth(4)).toContainText(
    'Could not be loaded. Its address is not a public one.'
  )
  await expect(files.nth(5)).toContainText('Loading …')
  await expect(files.nth(6).getByRole('link')).toContainText('page')
  for (const n of [7, 8, 9]) {
    await expect(files.nth(n).getByRole('img')).toBeVisible()
  }

  const text = await page.request.get(
    (await files.nth(6).getByRole('link').getAttribute('href')) as string
  )
  expect(text.headers()).toMatchObject({
    'content-type': expect.stringContaining('text/plain'),
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringContaining('attachment'),
  })
})

test('a WhatsApp customer sends a place, a button and an answer, and has a name', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  const { write } = customer(page, simulatorUrl)
  const name = `Maya ${Date.now()}`
  const whatsapp = { channel: 'whatsapp', profileName: name }
  await logIn(page, operator)
  const { sid } = await write({ ...whatsapp, body: 'Where are you?' })
  await write({
    ...whatsapp,
    location: {
      latitude: 37.77493,
      longitude: -122.41942,
      label: 'City <Hall>',
      address: '1 Dr Carlton B Goodlett Pl',
    },
  })
  await expect(page.getByRole('link').filter({ hasText: name })).toContainText(
    'City <Hall>'
  )
  const thread = await openConversation(page, name)
  await expect(
    thread.getByRole('link', { name: /City <Hall>/ })
  ).toHaveAttribute('href', /openstreetmap\.org\/\?mlat=37\.77493/)

  await write({
    ...whatsapp,
    button: { text: 'Yes, please', payload: 'confirm' },
    replyTo: sid,
  })
  await expect(thread.getByText('Pressed a button')).toBeVisible()
  await thread.getByRole('link', { name: 'Where are you?' }).click()
  await expect(
    thread.getByRole('article').filter({ hasText: /^Where are you\?/ })
  ).toBeFocused()
})

test('a message that is still received is shown whole when it is', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  const { write } = customer(page, simulatorUrl)
  await logIn(page, operator)
  await write({
    body: 'Whole at last',
    media: [{ ...PICTURE, name: 'last.png' }],
    receivingFirst: true,
    params: { FromCity: 'OAKLAND', FromState: 'CA', FromCountry: 'US' },
  })
  const thread = await openConversation(page, 'Whole at last')
  await expect(thread.getByRole('article')).toHaveCount(1)
  await expect(thread.getByRole('img', { name: 'last.png' })).toBeVisible()
  await expect(
    page.getByRole('complementary', { name: 'Contact' })
    // The simulator knows the post codes of some area codes.
  ).toContainText(/Oakland, CA( \d{5})?, US/)
})

for (const [what, body] of [
  ['emoji', '👋🏽👨‍👩‍👧‍👦 ☎️'],
  ['text from right to left', 'مرحبا بالعالم'],
  ['markup', '<img src=x onerror="document.title=\'run\'"> &amp;'],
  ['SQL', `'; DROP TABLE "Message"; --`],
  ['1,600 characters', 'long and longer '.repeat(100)],
]) {
  test(`${what} is shown as it was written`, async ({
    page,
    operator,
    simulatorUrl,
  }) => {
    const { number, write } = customer(page, simulatorUrl)
    await logIn(page, operator)
    await write({
      body,
      channel: 'whatsapp',
      profileName: `${body.slice(0, 25)}`,
    })
    await page.getByRole('searchbox').fill(number.slice(1))
    const found = page
      .getByRole('list', { name: 'Conversations' })
      .getByRole('link')
      .filter({ hasText: body.trim().slice(0, 20) })
    await expect(found).toHaveCount(1)
    await found.click()
    const thread = page.getByRole('log', { name: 'Messages' })
    await expect(
      thread.getByRole('article').locator('[dir=auto]')
    ).toContainText(body.trim())
    await expect(thread.locator('img')).toHaveCount(0)
    await expect(page).not.toHaveTitle(/run/)
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth <= window.innerWidth
      )
    ).toBe(true)
  })
}

for (const [who, order] of [
  ['a name', { from: 'BANK' }],
  ['a short code', { from: '72975' }],
  [
    'a WhatsApp user without a number',
    { from: 'US.13491208655302741918', channel: 'whatsapp', profileName: '' },
  ],
] as [string, { from: string }][]) {
  test(`${who} has a conversation`, async ({
    page,
    operator,
    simulatorUrl,
  }) => {
    const { write } = customer(page, simulatorUrl)
    await logIn(page, operator)
    const body = `From ${who} ${Date.now()}`
    await write({ ...order, body })
    await openConversation(page, body)
    await expect(
      page.getByRole('heading', { name: order.from }).first()
    ).toBeVisible()
  })
}
