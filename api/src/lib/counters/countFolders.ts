import { sql } from 'src/lib/database/sql'

export interface FolderCounts {
  open: number
  unread: number
  mine: number
  unassigned: number
  snoozed: number
  archived: number
}

/**
 * How many conversations each folder has, from what is kept of it: exact at any time, and at any number of them.
 *
 * @param userId whose `mine` is; null for a program
 */
export async function countFolders(userId: string | null) {
  const [counts] = await sql.$queryRaw<[FolderCounts]>`
    SELECT coalesce(sum(open), 0)::int AS open, coalesce(sum(unread), 0)::int AS unread,
      coalesce(sum(open) FILTER (WHERE "assigneeId" = ${userId}::uuid), 0)::int AS mine,
      coalesce(sum(open) FILTER (WHERE "assigneeId" IS NULL), 0)::int AS unassigned,
      coalesce(sum(snoozed), 0)::int AS snoozed, coalesce(sum(archived), 0)::int AS archived
    FROM "InboxCounter"`
  return counts
}
