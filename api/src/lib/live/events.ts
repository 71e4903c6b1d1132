/** What happened, by ids only: who is interested reads the state from the database, which is always newer. */
export type LiveEvent =
  | { kind: 'messageAdded'; messageId: string; conversationId: string }
  | { kind: 'messageStatusChanged'; messageId: string; conversationId: string }
  | { kind: 'conversationChanged'; conversationId: string; isNew: boolean }
  | { kind: 'threadEntryAdded'; entryId: string; conversationId: string }
  | { kind: 'labelChanged'; labelId: string }
  | { kind: 'presenceChanged'; conversationId: string }
  /** Somebody's, by a login that ended, a key that was revoked, another role: the streams that are open look again. */
  | { kind: 'rightsChanged' }
  /** Something may have happened that nobody was told of: the streams that are open end, and their listeners ask. */
  | { kind: 'missed' }
  /** A process begins, by its number (see watchProcesses). */
  | { kind: 'joined'; process: string }
  /** A process ends, and has told all that it did; by its number (see watchProcesses). */
  | { kind: 'left'; process: string }
