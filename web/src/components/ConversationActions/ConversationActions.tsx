import { useRef, useState } from 'react'

import {
  AlarmClock,
  Archive,
  ArchiveRestore,
  Ellipsis,
  Mail,
  Tag,
  UserPlus,
} from 'lucide-react'
import type { ConversationFields } from 'types/graphql'

import { navigate } from '@redwoodjs/router'

import IconButton from 'src/components/IconButton'
import PickerButton from 'src/components/PickerButton'
import RowMenu from 'src/components/RowMenu'
import { useConversationActions } from 'src/hooks/useConversationActions'
import { useIsSettled } from 'src/hooks/useIsSettled'
import { useIsPhone } from 'src/hooks/useMediaQuery'
import { useOperator } from 'src/hooks/useOperator'
import { usePlace } from 'src/hooks/usePlace'
import { inboxPath, listOf } from 'src/lib/folders/inboxPath'
import { t } from 'src/lib/language/t'
import { userName } from 'src/lib/userName'

/**
 * What can be done with the open conversation. What puts it away is followed by the list, where one chooses what is
 * next.
 */
const ConversationActions = ({
  conversation,
}: {
  conversation: ConversationFields
}) => {
  const place = usePlace()
  const isPhone = useIsPhone()
  const { canWrite } = useOperator()
  const { archive, reopen, markUnread } = useConversationActions(
    conversation.id
  )
  const more = useRef<HTMLButtonElement>(null)
  const [menu, setMenu] = useState<DOMRect>()
  const { assignee, status } = conversation
  const isSettled = useIsSettled(status)
  if (!canWrite) {
    return null
  }

  const leave = () => navigate(inboxPath(listOf(place)))
  // An open thread is read as soon as it is seen, so to keep one unread is to leave it.
  const leaveAfter = async (action: typeof archive) => {
    if (await action.run()) {
      leave()
    }
  }

  return (
    <div className="flex shrink-0 items-center">
      {!isPhone && (
        <>
          <PickerButton kind="assign" conversation={conversation}>
            <IconButton
              icon={UserPlus}
              label={
                assignee
                  ? t('Assigned to {name}', { name: userName(assignee) })
                  : t('Assign')
              }
              command="assign"
              aria-pressed={assignee !== null}
            />
          </PickerButton>
          <PickerButton kind="labels" conversation={conversation}>
            <IconButton icon={Tag} label={t('Labels')} command="label" />
          </PickerButton>
          <PickerButton
            kind="snooze"
            conversation={conversation}
            onSnoozed={leave}
          >
            <IconButton
              icon={AlarmClock}
              label={t('Snooze')}
              command="snooze"
            />
          </PickerButton>
          <IconButton
            icon={Mail}
            label={t('Mark as unread')}
            command="unread"
            disabled={markUnread.loading || conversation.messageCount === 0}
            onClick={() => void leaveAfter(markUnread)}
          />
        </>
      )}
      {status === 'OPEN' ? (
        <IconButton
          // Not the element that a press may be on its way to.
          key="archive"
          icon={Archive}
          label={t('Archive')}
          command="archive"
          disabled={archive.loading || !isSettled}
          onClick={() => void leaveAfter(archive)}
        />
      ) : (
        <IconButton
          key="reopen"
          icon={ArchiveRestore}
          label={status === 'SNOOZED' ? t('Wake up') : t('Reopen')}
          command="archive"
          disabled={reopen.loading || !isSettled}
          onClick={() => void reopen.run()}
        />
      )}
      {isPhone && (
        <IconButton
          ref={more}
          icon={Ellipsis}
          label={t('More actions')}
          aria-haspopup="menu"
          onClick={(event) =>
            setMenu(event.currentTarget.getBoundingClientRect())
          }
        />
      )}
      {menu && (
        <RowMenu
          conversation={conversation}
          spot={{ x: menu.left, y: menu.bottom }}
          onClose={() => {
            setMenu(undefined)
            more.current?.focus()
          }}
          onPutAway={leave}
        />
      )}
    </div>
  )
}

export default ConversationActions
