import type { Prisma } from '@prisma/client'

import { db } from 'src/lib/db'

const PAGE = 1000

const include = {
  conversation: { include: { contact: true } },
  user: true,
  apiKey: true,
  message: { select: { sid: true } },
} satisfies Prisma.ConsentEventInclude

type Entry = Prisma.ConsentEventGetPayload<{ include: typeof include }>

const SAYS = new Map<boolean | null, string>([
  [true, 'opted in'],
  [false, 'opted out'],
  [null, 'asked for help'],
])

/** One line of the export, with its columns in their order. */
const toRow = ({ conversation, user, apiKey, ...entry }: Entry) => ({
  at: entry.at.toISOString(),
  contact: conversation.contact.address,
  contactName: conversation.contact.name,
  sender: conversation.senderAddress,
  channel: conversation.channel,
  says: SAYS.get(entry.allowed),
  source: entry.source,
  word: entry.word,
  by: user?.email ?? apiKey?.name,
  note: entry.note,
  messageSid: entry.message?.sid,
})

/** The whole ledger of consent, oldest first, a page at a time: it is never in memory as a whole. */
export async function* ledgerRows() {
  let last: Entry | undefined
  do {
    const entries: Entry[] = await db.consentEvent.findMany({
      include,
      where: last && {
        OR: [{ at: { gt: last.at } }, { at: last.at, id: { gt: last.id } }],
      },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: PAGE,
    })
    yield* entries.map(toRow)
    last = entries.length === PAGE ? entries[PAGE - 1] : undefined
  } while (last)
}
