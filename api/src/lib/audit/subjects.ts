import { validate as isUuid } from 'uuid'

import { sql } from 'src/lib/database/sql'

import type { Change } from './entry'

type Row = Record<string, unknown>

interface Kind {
  /** Of what is compared, before and after: never a text that is said to contacts, nor what opens something. */
  columns: readonly string[]
  nameOf: (row: Row) => unknown
}

/** Addresses of workflow tools are secrets themselves, as a rule: whoever knows them may write to them. */
const hostOf = (url: unknown) =>
  URL.canParse(String(url)) ? new URL(String(url)).host : null

const named: Kind['nameOf'] = ({ name }) => name

/** What entries name, and compare. What people write to us, and who they are, is none of it. */
const KINDS: Record<string, Kind> = {
  User: {
    columns: ['name', 'email', 'role', 'deactivatedAt'],
    nameOf: ({ name, email }) => name ?? email,
  },
  ApiKey: {
    columns: ['name', 'role', 'scopes', 'expiresAt', 'revokedAt'],
    nameOf: named,
  },
  Channel: {
    columns: [
      'name',
      'address',
      'kinds',
      'isDefault',
      'segmentsPerSecond',
      'timeZone',
      'openingHours',
      'holidays',
    ],
    nameOf: named,
  },
  AutoReplyRule: {
    columns: [
      'condition',
      'keywords',
      'wholeMessage',
      'kinds',
      'cooldownSeconds',
      'isEnabled',
    ],
    nameOf: ({ condition, keywords }) =>
      [condition, ...(keywords as string[])].join(' '),
  },
  CannedReply: {
    columns: ['shortcut'],
    nameOf: ({ shortcut }) => `/${shortcut}`,
  },
  Label: { columns: ['name', 'color'], nameOf: named },
  CallSettings: {
    columns: ['address', 'answer', 'language', 'maxSeconds'],
    nameOf: ({ address }) => address,
  },
  WebhookEndpoint: {
    columns: ['url', 'description', 'events', 'includesBodies', 'isEnabled'],
    nameOf: ({ url, description }) => description || url,
  },
  Conversation: { columns: ['optedOutAt'], nameOf: () => null },
}

/** What is known of a thing at one moment. */
export interface Snapshot {
  id: string
  name: string | null
  row: Record<string, string | null>
}

const show = (value: unknown): string | null => {
  if (value === null || value === undefined) {
    return null
  }
  if (value instanceof Date) {
    return value.toISOString()
  }
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) {
    return value.join(', ')
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

// As JSON, because arrays of enums come as PostgreSQL writes them.
const read = (type: string, { columns }: Kind, key: string, value: string) =>
  sql.$queryRawUnsafe<[{ row: Row }?]>(
    `SELECT to_jsonb(t) AS row FROM (
      SELECT id, ${columns.map((name) => `"${name}"`).join(', ')}
      FROM "${type}" WHERE "${key}" = $1${key === 'id' ? '::uuid' : ''}
    ) t`,
    value
  )

/**
 * What a thing is called and how it stands, where it is of a kind that entries name.
 *
 * @param key the column that it is found by
 */
export async function readSubject(
  type: string,
  value: string,
  key = 'id'
): Promise<Snapshot | null> {
  const kind = KINDS[type]
  if (!kind || (key === 'id' && !isUuid(value)) || value.includes('\0')) {
    return null
  }
  const [found] = await read(type, kind, key, value)
  if (!found) {
    return null
  }
  const row: Row = { ...found.row }
  if ('url' in row) {
    row.url = hostOf(row.url)
  }
  return {
    id: String(row.id),
    name: show(kind.nameOf(row)),
    row: Object.fromEntries(
      kind.columns.map((column) => [column, show(row[column])])
    ),
  }
}

/** What is another than it was. What did not exist, or exists no more, has no changes: its name says all. */
export const changesOf = (
  before: Snapshot | null,
  after: Snapshot | null
): Change[] =>
  before && after
    ? Object.keys(before.row)
        .filter((field) => before.row[field] !== after.row[field])
        .map((field) => ({
          field,
          before: before.row[field],
          after: after.row[field],
        }))
    : []
