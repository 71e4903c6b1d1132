import { once } from 'node:events'
import { Readable } from 'node:stream'

import archiver from 'archiver'
import { stringify } from 'csv-stringify'

import { db } from 'src/lib/db'
import { logger } from 'src/lib/logger'
import { mediaStorage } from 'src/lib/media/storage/mediaStorage'

import {
  contactMessages,
  type ExportedMessage,
  readProfile,
} from './contactRows'
import { exportedName } from './exportedFile'

const README = `What Heliograph keeps of this person.

contact.json    name, number, notes, labels; each conversation with its consent ledger, notes and what happened in it
messages.csv    all messages, to be read in a spreadsheet
messages.ndjson all messages with their timelines, one JSON object in each line, for programs
files/          pictures, voicemail and other files; messages.ndjson says of which message each is
`

/** One line for programs. */
const toJson = ({ media, ...message }: ExportedMessage) => ({
  ...message,
  media: media.map((one) => ({
    id: one.id,
    contentType: one.contentType,
    size: one.size,
    removedAt: one.removedAt,
    file: exportedName(one),
  })),
})

async function* jsonLines(contactId: string) {
  for await (const message of contactMessages(contactId)) {
    yield `${JSON.stringify(toJson(message))}\n`
  }
}

const COLUMNS = [
  'at',
  'channel',
  'direction',
  'from',
  'to',
  'text',
  'status',
  'by',
  'files',
]

async function* csvRows(contactId: string) {
  for await (const message of contactMessages(contactId)) {
    const { sentBy, apiKey, media } = message
    yield {
      at: message.createdAt.toISOString(),
      channel: message.channel,
      direction: message.direction,
      from: message.from,
      to: message.to,
      text: message.body,
      status: message.status,
      by: sentBy ? (sentBy.name ?? sentBy.email) : apiKey?.name,
      files: media.map(exportedName).filter(Boolean).join(' '),
    }
  }
}

async function* keptFiles(contactId: string) {
  for await (const { media } of contactMessages(contactId)) {
    for (const one of media) {
      const name = exportedName(one)
      if (name && one.file) {
        yield { name, fileId: one.file.id }
      }
    }
  }
}

type Archive = archiver.Archiver

/** One after the other: an entry is read while the archive has room for it, and the next one is opened then. */
const add = async (
  archive: Archive,
  name: string,
  source: Readable | string
) => {
  const added = once(archive, 'entry')
  archive.append(source, { name })
  if (typeof source !== 'string') {
    // An entry that breaks off would leave the archive waiting for ever.
    source.once('error', (error) => archive.destroy(error))
  }
  await added
}

const fill = async (archive: Archive, contactId: string) => {
  const profile = await readProfile(contactId)
  await add(archive, 'README.txt', README)
  await add(archive, 'contact.json', JSON.stringify(profile, null, 2))
  const lines = stringify({
    header: true,
    columns: COLUMNS,
    escape_formulas: true,
    bom: true,
  })
  await add(
    archive,
    'messages.csv',
    Readable.from(csvRows(contactId)).pipe(lines)
  )
  await add(archive, 'messages.ndjson', Readable.from(jsonLines(contactId)))
  for await (const { name, fileId } of keptFiles(contactId)) {
    await add(archive, name, await mediaStorage.get(fileId))
  }
  await archive.finalize()
}

/**
 * All that is kept of a contact, over all its conversations, as a ZIP that is read while it is made: however much it is,
 * little of it is in memory.
 *
 * @returns null where there is no such contact
 */
export async function exportContact(
  contactId: string
): Promise<Readable | null> {
  if (!(await db.contact.findUnique({ where: { id: contactId } }))) {
    return null
  }
  const archive = archiver('zip', { zlib: { level: 6 } })
  fill(archive, contactId).catch((error: unknown) => {
    logger.error({ error }, 'A contact was not exported whole')
    archive.destroy(error as Error)
  })
  return archive
}
