import { FOLDERS } from 'src/lib/folders/folders'
import type { FolderKey } from 'src/lib/folders/folders'
import { t } from 'src/lib/language/t'
import type { Text } from 'src/lib/language/t'

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
] as const satisfies readonly Text[]

export type CommandGroup = (typeof COMMAND_GROUPS)[number]

const inGroup = (group: CommandGroup, commands: Omit<Command, 'group'>[]) =>
  // Its label is to be looked up when it is shown, which a copy by spreading would do now.
  commands.map((command) => Object.assign(command, { group }))

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
    {
      id: 'reply',
      get label() {
        return t('Write a reply')
      },
      keys: 'r',
    },
    {
      id: 'note',
      get label() {
        return t('Write a note')
      },
      keys: 'n',
    },
    {
      id: 'archive',
      get label() {
        return t('Archive or reopen')
      },
      keys: 'e',
    },
    {
      id: 'snooze',
      get label() {
        return t('Snooze')
      },
      keys: 's',
    },
    {
      id: 'assign',
      get label() {
        return t('Assign')
      },
      keys: 'a',
    },
    {
      id: 'label',
      get label() {
        return t('Label')
      },
      keys: 'l',
    },
    {
      id: 'unread',
      get label() {
        return t('Mark as unread')
      },
      keys: 'u',
    },
    {
      id: 'contact',
      get label() {
        return t('Show or hide the contact')
      },
      keys: 'i',
    },
  ]),
  ...inGroup('The list', [
    {
      id: 'next',
      get label() {
        return t('Next conversation')
      },
      keys: 'j',
    },
    {
      id: 'previous',
      get label() {
        return t('Previous conversation')
      },
      keys: 'k',
    },
    {
      id: 'search',
      get label() {
        return t('Search')
      },
      keys: '/',
    },
    {
      id: 'compose',
      get label() {
        return t('New conversation')
      },
      keys: 'c',
    },
  ]),
  ...inGroup(
    'Go to',
    FOLDERS.map((folder) => ({
      id: `folder.${folder.key}`,
      get label() {
        return folder.label
      },
      keys: `g ${FOLDER_KEYS[folder.key]}`,
    }))
  ),
  ...inGroup('Everywhere', [
    {
      id: 'palette',
      get label() {
        return t('Find a command or a conversation')
      },
      keys: 'mod+k',
    },
    {
      id: 'help',
      get label() {
        return t('Show these keys')
      },
      keys: '?',
    },
  ]),
]

export const keysOf = (id: string) =>
  COMMANDS.find((command) => command.id === id)?.keys
