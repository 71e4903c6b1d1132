import type { CannedReplyFields } from 'types/graphql'

import CannedReplyDialog from 'src/components/CannedReplyDialog'
import DeleteCannedReply from 'src/components/DeleteCannedReply'
import { useOperator } from 'src/hooks/useOperator'

const CannedReplyRow = ({ reply }: { reply: CannedReplyFields }) => {
  const { canWrite } = useOperator()
  return (
    <li className="flex items-start gap-4 py-3 max-md:flex-wrap max-md:gap-x-2 max-md:gap-y-0">
      <span className="w-40 shrink-0 font-semibold text-signal wrap-anywhere max-md:w-auto max-md:flex-1 max-md:py-1.5">
        /{reply.shortcut}
      </span>
      <p
        dir="auto"
        className="min-w-0 flex-1 wrap-anywhere whitespace-pre-wrap max-md:order-last max-md:basis-full"
      >
        {reply.text}
      </p>
      {canWrite && (
        <span className="-my-1.5 flex shrink-0 max-md:my-0">
          <CannedReplyDialog reply={reply} />
          <DeleteCannedReply reply={reply} />
        </span>
      )}
    </li>
  )
}

export default CannedReplyRow
