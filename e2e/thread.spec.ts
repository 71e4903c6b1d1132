import type { Page } from '@playwright/test'

import { expect, test } from './fixtures'
import { freshNumber, logIn, writeTo } from './operate'

const log = (page: Page) => page.getByRole('log', { name: 'Messages' })
const composer = (page: Page) => page.getByLabel('Message', { exact: true })
const bubble = (page: Page, text: string) =>
  log(page).getByRole('article').filter({ hasText: text })

/** How far the thread is from its end, in pixels. */
const fromEnd = (page: Page) =>
  log(page).evaluate((element) =>
    Math.round(element.scrollHeight - element.scrollTop - element.clientHeight)
  )

/** A customer, who writes to us. */
const customer = (page: Page, simulatorUrl: string) => {
  const number = freshNumber()
  const write = async (body: string) => {
    const response = await page.request.post(
      `${simulatorUrl}/control/inbound`,
      { data: { from: number, body } }
    )
    expect(response.status()).toBe(201)
  }
  /** In their order. */
  const writeMany = async (count: number) => {
    for (let index = 1; index <= count; index += 1) {
      await write(`Line ${index} of a long story`)
    }
  }
  return { number, write, writeMany }
}

const open = async (page: Page, text: string) => {
  await page.getByRole('link').filter({ hasText: text }).first().click()
  await expect(log(page)).toBeVisible()
  await expect(bubble(page, text)).toBeVisible()
}

/** An open conversation with somebody new. */
const start = async (page: Page) => {
  const number = freshNumber()
  const opening = `Good morning ${number.slice(-4)}`
  await writeTo(page, number, opening)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(bubble(page, opening)).toBeVisible()
  return { number, opening }
}

/** Holds the sends of a page until the returned function is called. */
const holdSends = async (page: Page) => {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('SendSmsMutation')) {
      await released
    }
    await route.continue()
  })
  return () => release()
}

test('a long thread opens where one left off, leads back to its beginning, and keeps its place', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  test.setTimeout(90_000)
  const { write, writeMany } = customer(page, simulatorUrl)
  await writeMany(130)
  await logIn(page, operator)
  await page
    .getByRole('link')
    .filter({ hasText: 'Line 130 of a long story' })
    .first()
    .click()

  // All of it is unread: it opens where that begins, which only the server knows.
  await expect(log(page).getByText('New', { exact: true })).toBeVisible()
  await expect(bubble(page, 'Line 1 of a long story')).toBeVisible()
  expect(await log(page).getByRole('article').count()).toBeLessThan(60)

  // Later pages come until the end.
  await expect(async () => {
    await log(page).hover()
    await page.mouse.wheel(0, 20_000)
    await expect(bubble(page, 'Line 130 of')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect.poll(() => fromEnd(page)).toBeLessThan(5)

  // Who reads further up keeps their place when something comes.
  await page.mouse.wheel(0, -300)
  await expect(page.getByRole('button', { name: 'Newest' })).toBeVisible()
  const anchor = bubble(page, 'Line 118 of')
  await expect(anchor).toBeVisible()
  const place = async () => (await anchor.boundingBox())?.y
  await expect.poll(async () => (await place()) === (await place())).toBe(true)
  const before = await place()
  await write('And one more')
  await expect(
    page.getByRole('button', { name: /New messages|Newest/ })
  ).toBeVisible()
  expect(await place()).toBe(before)
  await page.getByRole('button', { name: /New messages|Newest/ }).click()
  await expect(bubble(page, 'And one more')).toBeVisible()

  // Who is at the end stays there.
  await write('And the last one')
  await expect(bubble(page, 'And the last one')).toBeVisible()
  await expect.poll(() => fromEnd(page)).toBeLessThan(5)
})

for (const where of ['further up', 'at the end'] as const) {
  test(`who reads ${where} stays there, also when more than a page came while there was no stream`, async ({
    page,
    operator,
    simulatorUrl,
  }) => {
    test.setTimeout(60_000)
    const { write, writeMany } = customer(page, simulatorUrl)
    await page.route('**/graphql/stream', (route) => route.abort())
    await writeMany(60)
    await logIn(page, operator)
    await page
      .getByRole('link')
      .filter({ hasText: 'Line 60 of a long story' })
      .first()
      .click()
    // All of it is unread: it opens where that begins.
    const first = bubble(page, 'Line 1 of')
    await expect(first).toBeVisible()
    const news = page.getByRole('button', { name: 'New messages' })
    if (where === 'at the end') {
      await news.click()
      await expect(bubble(page, 'Line 60 of')).toBeVisible()
      // More rows than the page that will take their place, and lower ones: only then is nothing appended.
      await log(page).hover()
      await expect(async () => {
        await page.mouse.wheel(0, -20_000)
        await expect(first).toBeVisible({ timeout: 500 })
      }).toPass()
      await page.getByRole('button', { name: 'Newest' }).click()
      await expect(bubble(page, 'Line 60 of')).toBeVisible()
      await expect.poll(() => fromEnd(page)).toBeLessThan(5)
    }

    for (let n = 1; n <= 60; n += 1) {
      await write(`Missed ${n} of sixty, ${where}${' and so on'.repeat(40)}`)
    }
    await page.unroute('**/graphql/stream')
    const last = `Missed 60 of sixty, ${where}`
    await expect(page.getByRole('link').filter({ hasText: last })).toBeVisible()
    if (where === 'further up') {
      await expect(news).toBeVisible()
      await expect(first).toBeVisible()
      await news.click()
    }
    await expect(bubble(page, last)).toBeVisible()
    await expect.poll(() => fromEnd(page)).toBeLessThan(5)
  })
}

test('a message is there at once, and stays the same element when the server has it', async ({
  page,
  operator,
}) => {
  await logIn(page, operator)
  await start(page)
  const release = await holdSends(page)
  await composer(page).fill('First of two')
  await composer(page).press('Enter')
  await expect(composer(page)).toHaveValue('')
  const first = bubble(page, 'First of two')
  await expect(first).toContainText('Sending')

  // The next one is written and sent meanwhile.
  await composer(page).fill('Second of two')
  await composer(page).press('Enter')
  await composer(page).pressSequentially('and a third')
  await expect(bubble(page, 'Second of two')).toBeVisible()

  const element = await first.elementHandle()
  const height = (await first.boundingBox())?.height
  release()
  await expect(first).not.toContainText('Sending')
  expect(await element?.evaluate((node) => node.isConnected)).toBe(true)
  expect((await first.boundingBox())?.height).toBe(height)
  await expect(bubble(page, 'Second of two')).not.toContainText('Sending')
  await expect(composer(page)).toHaveValue('and a third')
  expect(await log(page).getByRole('article').allInnerTexts()).toMatchObject([
    expect.stringContaining('Good morning'),
    expect.stringContaining('First of two'),
    expect.stringContaining('Second of two'),
  ])
})

test('a connection lost in the middle of sending sends once, and a refusal gives the text back', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const { number } = await start(page)
  // The server gets it; its answer is lost.
  let lost = 0
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('SendSmsMutation')) {
      return route.continue()
    }
    const response = await route.fetch()
    lost += 1
    return lost === 1 ? route.abort() : route.fulfill({ response })
  })
  await composer(page).fill('Only once, please')
  await composer(page).press('Enter')
  await expect.poll(() => lost).toBeGreaterThan(1)
  await expect(bubble(page, 'Only once, please')).toHaveCount(1)
  await expect(bubble(page, 'Only once, please')).not.toContainText('Sending')
  const response = await page.request.get(
    `${simulatorUrl}/control/messages?to=${encodeURIComponent(number)}`
  )
  const sent: { body: string }[] = await response.json()
  expect(sent.filter(({ body }) => body === 'Only once, please')).toHaveLength(
    1
  )

  await page.unroute('**/graphql')
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('SendSmsMutation')
      ? route.fulfill({
          json: {
            data: null,
            errors: [
              {
                message: 'Too many messages: wait a minute.',
                extensions: { code: 'RATE_LIMITED' },
              },
            ],
          },
        })
      : route.continue()
  )
  await composer(page).fill('Not this one')
  await composer(page).press('Enter')
  await expect(
    page.getByText('Too many messages: wait a minute.')
  ).toBeVisible()
  await expect(composer(page)).toHaveValue('Not this one')
  await expect(bubble(page, 'Not this one')).toHaveCount(0)
})

test('a note names a colleague, who sees it at once, and is not sent', async ({
  page,
  operator,
  colleaguePage,
  colleague,
  simulatorUrl,
}) => {
  await logIn(page, operator)
  const { number, opening } = await start(page)
  await logIn(colleaguePage, colleague)
  await open(colleaguePage, opening)

  await composer(page).fill('Half a reply')
  await page.getByRole('button', { name: 'Note', exact: true }).click()
  const note = page.getByLabel('Note', { exact: true })
  await expect(note).toBeFocused()
  await page.keyboard.type('She is a good customer, @ad')
  await page.getByRole('option', { name: /Ada Lovelace/ }).click()
  await expect(note).toHaveValue('She is a good customer, @Ada Lovelace ')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(note).toHaveValue('')

  for (const each of [page, colleaguePage]) {
    const shown = log(each).getByRole('article', { name: 'Internal note' })
    await expect(shown).toContainText('Note, not sent')
    await expect(shown.locator('strong')).toHaveText('@Ada Lovelace')
  }
  // Each has a draft of its own.
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await expect(composer(page)).toHaveValue('Half a reply')
  const response = await page.request.get(
    `${simulatorUrl}/control/messages?to=${encodeURIComponent(number)}`
  )
  expect(JSON.stringify(await response.json())).not.toContain('good customer')
})

test('what is done with a conversation stands in the thread of a colleague, too', async ({
  page,
  operator,
  colleaguePage,
  colleague,
  simulatorUrl,
}) => {
  const { write } = customer(page, simulatorUrl)
  const question = `Is anybody there? ${Date.now()}`
  await write(question)
  await logIn(page, operator)
  await open(page, question)
  await logIn(colleaguePage, colleague)
  await open(colleaguePage, question)
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await expect(log(colleaguePage)).toContainText('Operator archived this')
  await write('Hello?')
  await expect(log(colleaguePage)).toContainText('Reopened by an answer')
})

test('a link to a message leads to it, wherever it is, and says so where it is gone', async ({
  page,
  operator,
  simulatorUrl,
  context,
}) => {
  test.setTimeout(60_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { write, writeMany } = customer(page, simulatorUrl)
  const first = `The very first ${Date.now()}`
  await write(first)
  await logIn(page, operator)
  await open(page, first)
  await bubble(page, first).hover()
  await bubble(page, first)
    .getByRole('button', { name: 'Actions on this message' })
    .click()
  await page.getByRole('menuitem', { name: 'Copy link' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.goto('/inbox/open')
  await writeMany(110)

  await page.goto(link)
  await expect(bubble(page, first)).toBeVisible()
  await expect(bubble(page, first)).toBeFocused()
  await expect(bubble(page, 'Line 110 of')).toHaveCount(0)
  await page.getByRole('button', { name: /Newest|New messages/ }).click()
  await expect(bubble(page, 'Line 110 of')).toBeVisible()

  await page.goto(link.replace(/message=.*$/, `message=${crypto.randomUUID()}`))
  await expect(
    page.getByText('That message is not in this conversation.')
  ).toBeVisible()
  await expect(bubble(page, 'Line 110 of')).toBeVisible()
})

test('only a window that somebody looks at reads a message', async ({
  page,
  operator,
  simulatorUrl,
}) => {
  const { write } = customer(page, simulatorUrl)
  const question = `Who reads this? ${Date.now()}`
  await write(question)
  await page.addInitScript(() => {
    document.hasFocus = () => false
  })
  await logIn(page, operator)
  const marked: string[] = []
  page.on('request', (request) => {
    if (request.postData()?.includes('MarkConversationReadMutation')) {
      marked.push(request.url())
    }
  })
  await open(page, question)
  await expect(log(page).getByText('New', { exact: true })).toBeVisible()
  await write('Nobody?')
  await expect(bubble(page, 'Nobody?')).toBeVisible()
  expect(marked).toEqual([])

  await page.evaluate(() => {
    document.hasFocus = () => true
    window.dispatchEvent(new Event('focus'))
  })
  await expect.poll(() => marked.length).toBe(1)
})

interface TraceEvent {
  name: string
  pid: number
  tid: number
  args: { name?: string }
  /** Microseconds of the processor. */
  tdur?: number
}

/** How long the page's main thread was held up at most, in milliseconds of the processor: others may use it, too. */
const longestTask = (trace: Buffer) => {
  const { traceEvents } = JSON.parse(trace.toString()) as {
    traceEvents: TraceEvent[]
  }
  const main = traceEvents.find(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain'
  )
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) =>
      name.endsWith('RunTask') && pid === main?.pid && tid === main.tid
  )
  expect(tasks.length).toBeGreaterThan(100)
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000
}

test('scrolling through a long thread never holds up the page for 50 ms', async ({
  browser,
  page,
  operator,
  simulatorUrl,
}) => {
  test.setTimeout(90_000)
  const { writeMany } = customer(page, simulatorUrl)
  await writeMany(200)
  await logIn(page, operator)
  await page
    .getByRole('link')
    .filter({ hasText: 'Line 200 of a long story' })
    .first()
    .click()
  await expect(bubble(page, 'Line 1 of a long story')).toBeVisible()
  await log(page).hover()
  await browser.startTracing(page, { categories: ['toplevel'] })
  for (const [by, end] of [
    [400, 'Line 200 of'],
    [-400, 'Line 1 of'],
  ] as const) {
    await expect(async () => {
      await page.mouse.wheel(0, by)
      expect(await bubble(page, end).count()).toBe(1)
    }).toPass({ intervals: [16] })
  }
  expect(longestTask(await browser.stopTracing())).toBeLessThan(50)
})
