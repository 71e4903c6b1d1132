import CannedRepliesCell from 'src/components/CannedRepliesCell'
import CannedReplyDialog from 'src/components/CannedReplyDialog'
import { useOperator } from 'src/hooks/useOperator'
import { useTitle } from 'src/hooks/useTitle'

/** The texts that everybody inserts by their shortcuts. */
const CannedRepliesPage = () => {
  const { canWrite } = useOperator()
  useTitle('Canned replies')

  return (
    <div
      id="content"
      tabIndex={-1}
      className="flex min-h-0 w-full flex-col overflow-y-auto bg-surface outline-none"
    >
      <div className="mx-auto flex w-full max-w-4xl flex-1 flex-col gap-5 px-8 py-6 max-md:px-4 max-md:py-4">
        <div className="flex items-start justify-between gap-4">
          <div>
            <h1 className="text-xl font-bold tracking-tight">Canned replies</h1>
            <p className="text-ink-soft">
              What is written often. Type / in a message to insert one.
            </p>
          </div>
          {canWrite && <CannedReplyDialog />}
        </div>
        <CannedRepliesCell />
      </div>
    </div>
  )
}

export default CannedRepliesPage
