import { useMemo } from 'react'

import { navigate } from '@redwoodjs/router'

import { useOperator } from 'src/hooks/useOperator'
import { commandElement } from 'src/lib/commands/commandElement'
import { COMMANDS } from 'src/lib/commands/commands'
import type { Command, CommandGroup } from 'src/lib/commands/commands'
import { listed } from 'src/lib/commands/listed'
import { perform } from 'src/lib/commands/perform'
import { pagesFor } from 'src/lib/pages'

export interface PaletteCommand {
  id: string
  name: string
  group: CommandGroup
  keys?: string
  run: () => void
}

/** Whether it can be done on the page as it is, and what it is called there ("Reopen"). */
function nameOf({ id, label, group }: Command): string | null {
  if (id === 'palette') {
    return null
  }
  if (group === 'Go to' || id === 'help') {
    return label
  }
  if (id === 'next' || id === 'previous') {
    return listed.get()?.ids.length ? label : null
  }
  const element = commandElement(id)
  const said =
    element instanceof HTMLButtonElement && element.getAttribute('aria-label')
  return element && (said || label)
}

/** What can be done from the page over which the palette has opened. */
export function usePaletteCommands(): PaletteCommand[] {
  const { isAdmin } = useOperator()
  return useMemo(
    () => [
      ...COMMANDS.flatMap((command) => {
        const { id, group, keys } = command
        const name = nameOf(command)
        return name
          ? [{ id, name, group, keys, run: () => void perform(id) }]
          : []
      }),
      ...pagesFor({ isAdmin }).map(({ id, label, path }) => ({
        id: `page.${id}`,
        name: label,
        group: 'Go to' as const,
        run: () => navigate(path()),
      })),
    ],
    [isAdmin]
  )
}
