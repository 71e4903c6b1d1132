import { FOLDERS } from 'src/lib/folders/folders'
import type { FolderKey } from 'src/lib/folders/folders'

/**
 * What the keyboard and the palette can do.
 *
 * Most commands are a button or a field of the page that has the command's id (`data-command`): it is pressed, or
 * focused. So a command exists exactly where one could do the same by hand, and does exactly the same.
 */
export interface Command {
  id: string
  label: string
  /** As KeyboardEvent.key has it, without Shift; one after another with a space between. */
  keys: string
  group: CommandGroup
}

export const COMMAND_GROUPS = [
  'This conversation',
  'The list',
  'Go to',
  'Everywhere',
] as const

export type CommandGroup = (typeof COMMAND_GROUPS)[number]

const inGroup = (group: CommandGroup, commands: Omit<Command, 'group'>[]) =>
  commands.map((command) => ({ ...command, group }))

/** The first letter; nobody's are behind N. */
const FOLDER_KEYS: Record<FolderKey, string> = {
  open: 'o',
  unread: 'u',
  mine: 'm',
  unassigned: 'n',
  snoozed: 's',
  failed: 'f',
  archived: 'a',
}

export const COMMANDS: readonly Command[] = [
  ...inGroup('This conversation', [
    { id: 'reply', label: 'Write a reply', keys: 'r' },
    { id: 'note', label: 'Write a note', keys: 'n' },
    { id: 'archive', label: 'Archive or reopen', keys: 'e' },
    { id: 'snooze', label: 'Snooze', keys: 's' },
    { id: 'assign', label: 'Assign', keys: 'a' },
    { id: 'label', label: 'Label', keys: 'l' },
    { id: 'unread', label: 'Mark as unread', keys: 'u' },
    { id: 'contact', label: 'Show or hide the contact', keys: 'i' },
  ]),
  ...inGroup('The list', [
    { id: 'next', label: 'Next conversation', keys: 'j' },
    { id: 'previous', label: 'Previous conversation', keys: 'k' },
    { id: 'search', label: 'Search', keys: '/' },
    { id: 'compose', label: 'New conversation', keys: 'c' },
  ]),
  ...inGroup(
    'Go to',
    FOLDERS.map(({ key, label }) => ({
      id: `folder.${key}`,
      label,
      keys: `g ${FOLDER_KEYS[key]}`,
    }))
  ),
  ...inGroup('Everywhere', [
    { id: 'palette', label: 'Find a command or a conversation', keys: 'mod+k' },
    { id: 'help', label: 'Show these keys', keys: '?' },
  ]),
]

export const keysOf = (id: string) =>
  COMMANDS.find((command) => command.id === id)?.keys
