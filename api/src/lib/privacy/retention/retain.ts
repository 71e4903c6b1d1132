import { inTransaction } from 'src/lib/database/inTransaction'
import { deleteFiles } from 'src/lib/privacy/files/deleteFiles'
import { tellOfEntries } from 'src/lib/privacy/tellOfEntries'
import { tellOfMessages } from 'src/lib/privacy/tellOfMessages'

import { listRetentions } from './retentions'

/** What is walked through, each on its own (see `retain_piece` in the migrations). */
const WALKS = [
  'texts',
  'notes',
  'media',
  'events',
  'chatEvents',
  'callEvents',
  'strayEvents',
] as const

/** Messages of one transaction, whose locks are held for some hundredths of a second. */
const PIECE = 500

/** Pieces of a walk in one run: screens are told of each message, and the next run goes on. */
const MOST_PIECES = 10

type Walk = (typeof WALKS)[number]

/** What was redacted: notes, or messages. */
interface Redacted {
  id: string
  conversationId: string
}

type Row = (Redacted & { seen: null }) | { id: null; seen: number }

const retainPiece = async (walk: Walk, address: string, size: number) => {
  const rows = await inTransaction(
    async (tx) => tx.$queryRaw<Row[]>`
      SELECT * FROM retain_piece(${walk}, ${address}, ${size}::int)`
  )
  const redacted = rows.filter((row): row is Redacted & Row => row.id !== null)
  const tell = walk === 'notes' ? tellOfEntries : tellOfMessages
  tell(redacted)
  return rows.find(({ seen }) => seen !== null)?.seen ?? 0
}

/**
 * Redacts what has been kept for as long as it may be, in bounded pieces, each of which is committed by itself and remembers
 * how far it came. Twice, two at once, and half of it all end the same.
 *
 * @returns whether there is more to do
 */
export async function retain(size = PIECE): Promise<boolean> {
  let isMore = false
  for (const { address } of await listRetentions()) {
    for (const walk of WALKS) {
      let pieces = 0
      while ((await retainPiece(walk, address, size)) === size) {
        pieces += 1
        if (pieces === MOST_PIECES) {
          isMore = true
          break
        }
      }
    }
  }
  await deleteFiles()
  return isMore
}
