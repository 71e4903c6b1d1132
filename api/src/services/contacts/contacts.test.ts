import { emptyDatabase } from 'test-support/emptyDatabase'
import { ask, codeOf, type Credentials, keyFor } from 'test-support/graphql'
import { newNumber, saveMessage } from 'test-support/messages'

import { db } from 'src/lib/db'

let agent: Credentials

beforeEach(async () => {
  await emptyDatabase()
  agent = await keyFor('AGENT')
})

const contactOf = async (contact: string) =>
  db.contact.findUniqueOrThrow({ where: { address: contact } })

describe('the notes of a contact', () => {
  const UPDATE = `mutation ($id: ID!, $notes: String!, $previous: String) {
    updateContactNotes(id: $id, notes: $notes, previous: $previous) { notes }
  }`

  let id: string

  beforeEach(async () => {
    const address = newNumber()
    await saveMessage({ contact: address })
    id = (await contactOf(address)).id
  })

  const update = (notes: string, previous?: string) =>
    ask(agent, UPDATE, { id, notes, previous })

  it('are kept, and taken away', async () => {
    const written = await update('Likes tea', '')
    expect(written.data.updateContactNotes.notes).toEqual('Likes tea')
    const taken = await update(' ', 'Likes tea')
    expect(taken.data.updateContactNotes.notes).toEqual(null)
  })

  it('of two who write at once, the second one hears of the first', async () => {
    const answers = await Promise.all([
      update('Likes tea', ''),
      update('Likes coffee', ''),
    ])
    const [won] = answers.filter(({ errors }) => !errors)
    const [lost] = answers.filter(({ errors }) => errors)
    expect(codeOf(lost)).toEqual('CONFLICT')
    const { notes } = await db.contact.findUniqueOrThrow({ where: { id } })
    expect(notes).toEqual(won.data.updateContactNotes.notes)
  })

  it('who repeats what is there already is answered as the first time', async () => {
    await update('Likes tea', '')
    const again = await update('Likes tea', '')
    expect(again.data.updateContactNotes.notes).toEqual('Likes tea')
  })

  it('go over whatever is there where nobody says what that was', async () => {
    await update('Likes tea')
    const { data } = await update('Likes coffee')
    expect(data.updateContactNotes.notes).toEqual('Likes coffee')
  })
})

describe('the files of a contact', () => {
  const MEDIA = `query ($id: ID!, $first: Int, $after: String) {
    conversation(id: $id) { contact { media(first: $first, after: $after) {
      edges { cursor node { id contentType message { id } } }
      pageInfo { hasNextPage endCursor }
    } } }
  }`

  it('are those of all its conversations, newest first, and no other contact’s', async () => {
    const contact = newNumber()
    const file = { url: 'https://files.test/a.png', contentType: 'image/png' }
    const first = await saveMessage({ contact, media: [file, file] })
    const second = await saveMessage({
      contact,
      channel: 'WHATSAPP',
      direction: 'INBOUND',
      media: [file],
    })
    await saveMessage({ contact: newNumber(), media: [file] })

    const seen: string[] = []
    let after: string | null = null
    do {
      const { data } = await ask(agent, MEDIA, {
        ...{ id: first.conversationId, first: 1, after },
      })
      const page = data.conversation.contact.media
      expect(page.edges).toHaveLength(1)
      seen.push(page.edges[0].node.message.id)
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after)
    expect(seen).toEqual([second.id, first.id, first.id])
  })
})
