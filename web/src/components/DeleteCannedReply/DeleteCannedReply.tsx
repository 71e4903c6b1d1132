import { useState } from 'react'

import { Trash2 } from 'lucide-react'
import { Popover } from 'radix-ui'
import type {
  CannedReplyFields,
  DeleteCannedReplyMutation,
  DeleteCannedReplyMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import Button from 'src/components/Button'
import IconButton from 'src/components/IconButton'
import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { noticeBoard } from 'src/lib/notices'
import { DELETE_CANNED_REPLY } from 'src/queries/cannedReplies'

/** Deletes a canned reply, after asking. */
const DeleteCannedReply = ({ reply }: { reply: CannedReplyFields }) => {
  const { id, shortcut } = reply
  const [isOpen, setIsOpen] = useState(false)
  const [remove, { loading }] = useMutation<
    DeleteCannedReplyMutation,
    DeleteCannedReplyMutationVariables
  >(DELETE_CANNED_REPLY, {
    variables: { id },
    update: (cache) => {
      cache.evict({ id: cache.identify({ __typename: 'CannedReply', id }) })
    },
  })

  const run = async () => {
    setIsOpen(false)
    try {
      await remove()
    } catch (error) {
      noticeBoard.post(
        t('/{shortcut} was not deleted. {error}', {
          shortcut,
          error: errorText(error),
        })
      )
    }
  }

  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        <IconButton
          icon={Trash2}
          label={t('Delete /{shortcut}', { shortcut })}
          disabled={loading}
        />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label={t('Delete /{shortcut}', { shortcut })}
          className="animate-appear z-40 flex w-72 flex-col gap-3 rounded-xl border border-line bg-raised p-4 shadow-raised"
        >
          <p className="wrap-anywhere">
            {t(
              '/{shortcut} is deleted for everybody. What was sent with it stays.',
              { shortcut }
            )}
          </p>
          <div className="flex justify-end gap-2">
            <Popover.Close asChild>
              <Button look="bare">{t('Cancel')}</Button>
            </Popover.Close>
            <Button look="primary" onClick={() => void run()}>
              {t('Delete')}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

export default DeleteCannedReply
