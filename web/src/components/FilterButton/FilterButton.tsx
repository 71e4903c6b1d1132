import { lazy, Suspense, useState } from 'react'

import { ListFilter } from 'lucide-react'
import { Popover } from 'radix-ui'

import IconButton from 'src/components/IconButton'
import { usePlace } from 'src/hooks/usePlace'
import type { Folder } from 'src/lib/folders/folders'

const load = () => import('src/components/FilterPanel/FilterPanel')
const FilterPanel = lazy(load)

/** The button beside the search, and the filters behind it. */
const FilterButton = ({ folder }: { folder: Folder }) => {
  const [isOpen, setIsOpen] = useState(false)
  const { channel, sender, label, assignee } = usePlace()
  const preload = () => void load().catch(() => {})

  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        <IconButton
          icon={ListFilter}
          label="Filter"
          aria-pressed={Boolean(channel ?? sender ?? label ?? assignee)}
          onPointerEnter={preload}
          onFocus={preload}
        />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Filters"
          className="animate-appear z-40 w-80 max-w-[calc(100vw-1.5rem)] rounded-xl border border-line bg-raised shadow-raised"
        >
          <Suspense fallback={<div className="h-48" />}>
            <FilterPanel folder={folder} onDone={() => setIsOpen(false)} />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

export default FilterButton
