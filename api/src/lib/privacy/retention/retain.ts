import { inTransaction } from 'src/lib/database/inTransaction'
import { deleteFiles } from 'src/lib/privacy/files/deleteFiles'
import {
  type Changed,
  tellOfEntries,
  tellOfMessages,
} from 'src/lib/privacy/tellOfChanges'

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

/** Pieces of a walk in one run: screens are told of each message, which takes ten seconds, and the next run goes on. */
const MOST_PIECES = 4

type Walk = (typeof WALKS)[number]

/** What was redacted, and how much was looked at. */
type Row = (Changed & { seen: null }) | { id: null; seen: number }

interface Pace {
  size: number
  /** Whoever waits for the end of the process: screens hear of all that is left at once. */
  signal?: AbortSignal
}

const takePiece = (walk: Walk, address: string, size: number) =>
  inTransaction(async (tx) =>
    walk === 'notes'
      ? tx.$queryRaw<
          Row[]
        >`SELECT * FROM retain_notes(${address}, ${size}::int)`
      : tx.$queryRaw<
          Row[]
        >`SELECT * FROM retain_piece(${walk}, ${address}, ${size}::int)`
  )

const retainPiece = async (
  walk: Walk,
  address: string,
  { size, signal }: Pace
) => {
  const rows = await takePiece(walk, address, size)
  const tell = walk === 'notes' ? tellOfEntries : tellOfMessages
  await tell(
    rows.filter((row): row is Changed & Row => row.id !== null),
    signal
  )
  return rows.find(({ seen }) => seen !== null)?.seen ?? 0
}

/**
 * Redacts what has been kept for as long as it may be, in bounded pieces, each of which is committed by itself and remembers
 * how far it came. Twice, two at once, and half of it all end the same.
 *
 * @returns whether there is more to do
 */
export async function retain({
  size = PIECE,
  signal,
}: Partial<Pace> = {}): Promise<boolean> {
  let isMore = false
  for (const { address } of await listRetentions()) {
    for (const walk of WALKS) {
      let pieces = 0
      while ((await retainPiece(walk, address, { size, signal })) === size) {
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
