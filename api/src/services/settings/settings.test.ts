import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, keyFor } from 'test-support/graphql'

import { createUser } from 'src/lib/access/createUser'
import type { CurrentUser } from 'src/lib/auth'
import { db } from 'src/lib/db'

import { updateMe, updateSettings, User } from './settings'

const logIn = async (email: string) => {
  await createUser({ email, role: 'VIEWER' })
  const { id } = await db.user.findUniqueOrThrow({ where: { email } })
  const user: CurrentUser = {
    id,
    kind: 'user',
    email,
    name: null,
    roles: ['VIEWER'],
  }
  mockCurrentUser(user as never)
  return id
}

const settingsOf = async (id: string) =>
  User.settings(
    {},
    { root: await db.user.findUniqueOrThrow({ where: { id } }) }
  )

const CHANGE = `mutation ($settings: UserSettingsInput!) {
  updateSettings(settings: $settings) { settings { theme } }
}`

let maya: string

beforeEach(async () => {
  await emptyDatabase()
  maya = await logIn('maya@example.com')
})

describe('settings', () => {
  const AS_THEY_COME = {
    theme: 'SYSTEM',
    sendsOnEnter: true,
    density: 'COMFORTABLE',
    timeZone: null,
    language: null,
    sound: false,
    desktopNotifications: false,
    keyboardShortcuts: true,
    mutedFolders: [],
  }

  it('are as they come, until something is chosen', async () => {
    expect(await settingsOf(maya)).toEqual(AS_THEY_COME)
    await updateSettings({ settings: { theme: 'DARK', sound: true } })
    expect(await settingsOf(maya)).toEqual({
      ...AS_THEY_COME,
      theme: 'DARK',
      sound: true,
    })
  })

  it('change where they are named, also from two windows at once', async () => {
    await Promise.all([
      updateSettings({ settings: { density: 'COMPACT' } }),
      updateSettings({ settings: { timeZone: 'Asia/Kolkata' } }),
      updateSettings({ settings: { mutedFolders: ['OPEN', 'OPEN'] } }),
    ])
    expect(await settingsOf(maya)).toEqual({
      ...AS_THEY_COME,
      density: 'COMPACT',
      timeZone: 'Asia/Kolkata',
      mutedFolders: ['OPEN'],
    })
  })

  it('go back to how they come', async () => {
    await updateSettings({ settings: { language: 'de-AT', sound: true } })
    await updateSettings({ settings: { language: null, sound: null } })
    expect(await settingsOf(maya)).toEqual(AS_THEY_COME)
  })

  it('are nobody else’s', async () => {
    await updateSettings({ settings: { theme: 'DARK' } })
    const ben = await logIn('ben@example.com')
    expect(await settingsOf(maya)).toBeNull()
    expect(await settingsOf(ben)).toEqual(AS_THEY_COME)
  })

  it.each([
    [{ timeZone: 'Mars/Olympus' }, /time zone/],
    [{ timeZone: '+02:00' }, /time zone/],
    [{ language: 'deutsch!' }, /language/],
  ])('refuse %j', async (settings, message) => {
    await expect(updateSettings({ settings })).rejects.toThrow(message)
    expect(await settingsOf(maya)).toEqual(AS_THEY_COME)
  })

  it('are not for a key, which is nobody', async () => {
    const answer = await ask(await keyFor('ADMIN'), CHANGE, {
      settings: { theme: 'DARK' },
    })
    expect(codeOf(answer)).toEqual('BAD_USER_INPUT')
  })
})

describe('one’s name', () => {
  const nameOf = async () =>
    (await db.user.findUniqueOrThrow({ where: { id: maya } })).name

  it('is given, kept, and taken away', async () => {
    await updateMe({ name: '  Maya Lind ' })
    expect(await nameOf()).toEqual('Maya Lind')
    await updateMe({})
    expect(await nameOf()).toEqual('Maya Lind')
    await updateMe({ name: ' ' })
    expect(await nameOf()).toBeNull()
  })

  it.each(['x'.repeat(101), 'May\0a'])('is not %j', async (name) => {
    await expect(async () => updateMe({ name })).rejects.toThrow(/100/)
    expect(await nameOf()).toBeNull()
  })
})
