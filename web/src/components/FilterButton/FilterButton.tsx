import { lazy, Suspense } from 'react'

import { ListFilter } from 'lucide-react'

import IconButton from 'src/components/IconButton'
import LazyPopover from 'src/components/LazyPopover'
import { usePlace } from 'src/hooks/usePlace'
import type { Folder } from 'src/lib/folders/folders'
import { t } from 'src/lib/language/t'

const FilterPanel = lazy(() => import('src/components/FilterPanel/FilterPanel'))

/** The button beside the search, and the filters behind it. */
const FilterButton = ({ folder }: { folder: Folder }) => {
  const { channel, sender, label, assignee } = usePlace()

  return (
    <LazyPopover
      align="end"
      label={t('Filters')}
      className="w-80 max-w-[calc(100vw-1.5rem)]"
      button={
        <IconButton
          icon={ListFilter}
          label={t('Filter')}
          aria-pressed={Boolean(channel ?? sender ?? label ?? assignee)}
        />
      }
    >
      {(close) => (
        <Suspense fallback={<div className="h-48" />}>
          <FilterPanel folder={folder} onDone={close} />
        </Suspense>
      )}
    </LazyPopover>
  )
}

export default FilterButton
