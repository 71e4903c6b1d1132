import FailedMessagesCell from 'src/components/FailedMessagesCell'
import { useFailedLive } from 'src/hooks/useFailedLive'
import type { Folder } from 'src/lib/folders/folders'

/** The list of what failed, kept fresh. */
const FailedMessages = ({ folder }: { folder: Folder }) => {
  useFailedLive()
  return <FailedMessagesCell folder={folder} />
}

export default FailedMessages
