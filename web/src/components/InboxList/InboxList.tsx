import { lazy, Suspense } from 'react'

import ConversationListCell from 'src/components/ConversationListCell'
import FilterButton from 'src/components/FilterButton'
import FilterChips from 'src/components/FilterChips'
import ListSkeleton from 'src/components/ListSkeleton'
import Logo from 'src/components/Logo'
import NewConversation from 'src/components/NewConversation'
import SearchField from 'src/components/SearchField'
import UserMenu from 'src/components/UserMenu'
import { useOperator } from 'src/hooks/useOperator'
import { usePlace } from 'src/hooks/usePlace'
import { filterFor } from 'src/lib/folders/filterFor'
import type { Folder } from 'src/lib/folders/folders'

const FailedMessages = lazy(
  () => import('src/components/FailedMessages/FailedMessages')
)

/** A folder's list with its head: title, search, new conversation. */
const InboxList = ({ folder }: { folder: Folder }) => {
  const place = usePlace()
  const { operator, canWrite } = useOperator()
  const filter = filterFor(folder, place, operator?.id)

  return (
    <>
      <header className="flex flex-col gap-3 px-4 pt-3.5 pb-2.5">
        <div className="flex h-9 items-center gap-2.5">
          <Logo className="size-7 md:hidden" />
          <h1 className="flex-1 truncate text-xl font-bold tracking-tight">
            {folder.label}
          </h1>
          {canWrite && <NewConversation />}
          <div className="md:hidden">
            <UserMenu />
          </div>
        </div>
        {folder.inbox && (
          <div className="flex gap-1.5">
            <SearchField />
            <FilterButton folder={folder} />
          </div>
        )}
        {folder.inbox && <FilterChips />}
      </header>
      {folder.inbox ? (
        // Another list begins at its top.
        <ConversationListCell
          key={JSON.stringify(filter)}
          folder={folder}
          filter={filter}
        />
      ) : (
        <Suspense fallback={<ListSkeleton />}>
          <FailedMessages folder={folder} />
        </Suspense>
      )}
    </>
  )
}

export default InboxList
