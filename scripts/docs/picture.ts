import fs from 'node:fs'
import path from 'node:path'

import { chromium, type Page } from '@playwright/test'
import sharp from 'sharp'

import { inRoot } from '../bootstrap/paths.mjs'
import { runQuietly } from '../bootstrap/processes.mjs'
import { REDWOOD } from '../bootstrap/redwood.mjs'
import { findChromium } from '../browser/findChromium.mjs'
import { CHROMIUM_FLAGS } from '../browser/flags.mjs'

import { type Demo, startDemo } from './support/demo'
import { makeKey } from './support/makeKey'
import { ask } from './support/runPage'

/*
 * The pictures of the inbox in the README: `node --import tsx scripts/docs/picture.ts`, after `npm run build`.
 */

const LOGIN = { email: 'maria@example.com', password: 'a-picture-of-an-inbox' }

const SIZE = { width: 1280, height: 800 }

interface Person {
  number: string
  name: string
  label?: string
  /** Turn by turn: what is ours begins with `>`. */
  talk: string[]
}

/** The one that is opened comes last. */
const PEOPLE: Person[] = [
  {
    number: '+14155550133',
    name: 'Oluwaseun Adeyemi',
    talk: [
      'Is this the number for the pharmacy?',
      '> No, but we can text you theirs.',
    ],
  },
  {
    number: '+4915112345678',
    name: 'Jonas Weber',
    label: 'Delivery',
    talk: [
      '> Your parcel comes today between 2 and 4.',
      'It is here. Thank you!',
    ],
  },
  {
    number: '+14155530003',
    name: 'Priya Raman',
    label: 'Delivery',
    talk: ['> Your parcel could not be left at the door. When are you in?'],
  },
  {
    number: '+33612345678',
    name: 'Camille Laurent',
    talk: ['Bonjour! Do you open on Sunday?'],
  },
  {
    number: '+14155550101',
    name: 'Maya Okafor',
    label: 'Appointment',
    talk: [
      'Hi, can I move my appointment from Thursday to Friday morning?',
      '> Of course. Friday at 9:30 or at 11:00?',
      '9:30 is perfect',
      '> Booked: Friday, 9:30. See you then!',
      'Thank you so much',
    ],
  },
]

type Fields = Record<string, unknown>

const operate =
  (demo: Demo, key: string) => async (query: string, variables: Fields) => {
    const { data, errors } = await ask(demo.env, query, variables, key)
    if (errors) {
      throw new Error(JSON.stringify(errors))
    }
    return data
  }

const receive = async ({ env }: Demo, from: string, body: string) => {
  const answer = await fetch(`${env.TWILIO_API_BASE_URL}/control/inbound`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ from, body }),
  })
  if (!answer.ok) {
    throw new Error(await answer.text())
  }
}

/** Has them talk, and gives the id of the last conversation. */
async function talk(demo: Demo) {
  const graphql = operate(demo, await makeKey(demo.env, 'Front desk'))
  const labels = new Map<string, string>()
  for (const [name, color] of [
    ['Appointment', 'BLUE'],
    ['Delivery', 'GREEN'],
  ]) {
    const { createLabel } = await graphql(
      `
        mutation ($name: String!, $color: LabelColor!) {
          createLabel(name: $name, color: $color) {
            id
          }
        }
      `,
      { name, color }
    )
    labels.set(name, createLabel.id)
  }
  let last = ''
  for (const { number, name, label, talk: turns } of PEOPLE) {
    for (const turn of turns) {
      if (turn.startsWith('> ')) {
        await graphql(
          `
            mutation ($to: String!, $body: String!) {
              sendSms(to: $to, body: $body) {
                id
              }
            }
          `,
          { to: number, body: turn.slice(2) }
        )
      } else {
        await receive(demo, number, turn)
      }
    }
    const { conversations } = await graphql(
      `
        {
          conversations(first: 1) {
            edges {
              node {
                id
                contact {
                  id
                }
              }
            }
          }
        }
      `,
      {}
    )
    const [{ node }] = conversations.edges
    await graphql(
      `
        mutation ($id: ID!, $name: String!) {
          renameContact(id: $id, name: $name) {
            id
          }
        }
      `,
      { id: node.contact.id, name }
    )
    if (label) {
      await graphql(
        `
          mutation ($id: ID!, $labelId: ID!) {
            labelConversation(id: $id, labelId: $labelId) {
              id
            }
          }
        `,
        { id: node.id, labelId: labels.get(label) }
      )
    }
    last = node.id
  }
  return last
}

async function createUser({ env }: Demo) {
  const { code, output } = await runQuietly(
    process.execPath,
    [
      ...[REDWOOD, 'exec', '--silent', '--no-prisma', 'createUser'],
      ...['--role', 'AGENT', '--name', 'Maria Santos'],
      ...['--email', LOGIN.email, '--password', LOGIN.password],
    ],
    { env }
  )
  if (code !== 0) {
    throw new Error(output)
  }
}

async function logIn(page: Page, origin: string) {
  await page.goto(origin)
  await page.getByLabel('Email').fill(LOGIN.email)
  await page.getByLabel('Password').fill(LOGIN.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  // Not the login's own address, which names where it leads to.
  await page.waitForURL(/^[^?]+\/inbox\/open/)
}

async function photograph(page: Page, scheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  const png = await page.screenshot({ animations: 'disabled' })
  const file = inRoot('docs', 'pictures', `inbox-${scheme}.webp`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  await sharp(png).webp({ quality: 82, effort: 6 }).toFile(file)
  console.log(file, fs.statSync(file).size)
}

async function main() {
  const demo = await startDemo('heliograph_picture')
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: CHROMIUM_FLAGS,
  })
  try {
    await createUser(demo)
    const conversation = await talk(demo)
    const page = await browser.newPage({ viewport: SIZE, locale: 'en-US' })
    const origin = `${demo.env.API_BASE_URL}`
    await logIn(page, origin)
    await page.goto(`${origin}/inbox/open/${conversation}`)
    await page.getByText('Booked: Friday').last().waitFor({ timeout: 120_000 })
    await page.evaluate(() => document.fonts.ready.then(() => true))
    await photograph(page, 'light')
    await photograph(page, 'dark')
  } finally {
    await browser.close()
    await demo.close()
  }
}

void main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
