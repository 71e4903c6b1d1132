import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'

import { ensureChannels } from 'src/lib/channels/ensureChannels'
import { findChannel } from 'src/lib/channels/findChannel'
import { config } from 'src/lib/config/config'
import { db } from 'src/lib/db'
import { forecast } from 'src/lib/outbound/forecast'

const FIELDS = `id address kinds name segmentsPerSecond isDefault timeZone
  openingHours { weekday from to } holidays isOpen`

let admin: Credentials

beforeEach(async () => {
  await emptyDatabase()
  admin = await keyFor('ADMIN')
})

const input = (more: object = {}) => ({
  address: '+1 500 555 0007',
  kinds: ['SMS', 'SMS', 'VOICE'],
  name: ' Shop ',
  ...more,
})

const create = (more: object = {}) =>
  ask(
    admin,
    `mutation ($input: ChannelInput!) { createChannel(input: $input) { ${FIELDS} } }`,
    { input: input(more) }
  )
const created = async (more: object = {}) =>
  (await create(more)).data.createChannel
const update = (id: string, more: object = {}) =>
  ask(
    admin,
    `mutation ($id: ID!, $input: ChannelInput!) { updateChannel(id: $id, input: $input) { ${FIELDS} } }`,
    { id, input: input(more) }
  )
const remove = (id: string) =>
  ask(admin, 'mutation ($id: ID!) { deleteChannel(id: $id) { id } }', { id })
const list = async () =>
  (await ask(admin, `{ channels { ${FIELDS} } }`)).data.channels

it('a channel is kept as it is used, and the first one is the default', async () => {
  const openingHours = [{ weekday: 1, from: '09:00', to: '17:30' }]
  const channel = await created({
    segmentsPerSecond: 30,
    timeZone: 'Europe/Berlin',
    openingHours,
    holidays: ['2027-01-01', '2026-12-25', '2027-01-01'],
  })
  expect(channel).toMatchObject({
    address: '+15005550007',
    kinds: ['SMS', 'VOICE'],
    name: 'Shop',
    segmentsPerSecond: 30,
    isDefault: true,
    timeZone: 'Europe/Berlin',
    openingHours,
    holidays: ['2026-12-25', '2027-01-01'],
  })
  expect(await list()).toEqual([channel])
})

it.each([
  ['an address that is none', { address: 'hello world!!' }],
  ['no kind', { kinds: [] }],
  ['no name', { name: '  ' }],
  ['a rate of nothing', { segmentsPerSecond: 0 }],
  ['a zone that is none', { timeZone: 'Mars/Base' }],
  [
    'an hour that is none',
    { openingHours: [{ weekday: 1, from: '9', to: '17' }] },
  ],
  ['a day that is none', { holidays: ['2026-02-30'] }],
])('%s is refused', async (_what, more) => {
  expect(codeOf(await create(more))).toEqual('BAD_USER_INPUT')
  expect(await list()).toEqual([])
})

it('an address is one channel’s', async () => {
  await created()
  expect(codeOf(await create())).toEqual('BAD_USER_INPUT')
  const other = await created({ address: '720123' })
  expect(codeOf(await update(other.id))).toEqual('BAD_USER_INPUT')
})

it('the default moves, and is never nowhere', async () => {
  const first = await created()
  const second = await created({ address: 'SHOP', isDefault: true })
  const defaults = async () =>
    (await list()).filter((each: { isDefault: boolean }) => each.isDefault)
  expect(await defaults()).toMatchObject([{ id: second.id }])
  expect(codeOf(await update(second.id, { address: 'SHOP' }))).toEqual(
    'BAD_USER_INPUT'
  )
  expect(codeOf(await remove(second.id))).toEqual('BAD_USER_INPUT')
  await update(first.id, { isDefault: true })
  expect(await defaults()).toMatchObject([{ id: first.id }])
  expect((await remove(second.id)).data.deleteChannel).toEqual({
    id: second.id,
  })
  expect(codeOf(await remove(second.id))).toEqual('NOT_FOUND')
})

it('what comes to an address is its channel’s, else the default one’s', async () => {
  expect(await findChannel('+15005550007')).toBeNull()
  const main = await created({ address: '+15005550006' })
  const shop = await created()
  expect(await findChannel('+15005550007')).toMatchObject({ id: shop.id })
  expect(await findChannel('+15005550006')).toMatchObject({ id: main.id })
  expect(await findChannel('+15005550099')).toMatchObject({ id: main.id })
})

it('is made at the start as the configuration says, once, and stays as it was changed', async () => {
  await Promise.all([ensureChannels(), ensureChannels()])
  const [channel, ...others] = await list()
  expect(others).toEqual([])
  expect(channel).toMatchObject({
    address: config.twilio.phoneNumber,
    isDefault: true,
  })
  await db.channel.updateMany({ data: { name: 'Desk' } })
  await ensureChannels()
  expect(await list()).toMatchObject([{ name: 'Desk' }])
})

it('a forecast goes by the channel’s rate', async () => {
  await created({ segmentsPerSecond: 30 })
  expect(await forecast('+15005550007')).toMatchObject({
    segmentsPerSecond: 30,
  })
})
