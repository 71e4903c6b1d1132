import type { ConversationFields } from 'types/graphql'

import { useForm } from '@redwoodjs/forms'

import { useAttachments } from 'src/hooks/useAttachments'
import { useDraft } from 'src/hooks/useDraft'
import { useSend } from 'src/hooks/useSend'
import { useSendToChat } from 'src/hooks/useSendToChat'
import { BODY_LIMIT } from 'src/lib/bodyLimit'

interface ComposerInput {
  body: string
}

type Files = ReturnType<typeof useAttachments>

/** Why a message can't go yet, though it is written; null where it can. */
const waitFor = ({ isUploading, hasFailed }: Files) => {
  if (hasFailed) {
    return 'Remove or retry what could not be attached.'
  }
  return isUploading ? 'This can be sent when the upload is done.' : null
}

/** What is being written in a conversation: its text, its attachments, and the sending of both. */
export function useComposer({
  id,
  channel,
  contact,
  senderAddress,
}: ConversationFields) {
  const draft = useDraft(id)
  const form = useForm<ComposerInput>({
    defaultValues: { body: draft.initial },
  })
  const files = useAttachments(id)
  const sms = useSend()
  const chat = useSendToChat()
  // What goes into a Twilio conversation goes at once, and is text.
  const isChat = channel === 'CHAT'
  const { isSending, problem, clearProblem } = isChat ? chat : sms
  const body = form.watch('body') ?? ''
  const waitsFor = waitFor(files)

  const isFit = (text: string) =>
    !waitsFor &&
    text.length <= BODY_LIMIT &&
    (files.list.length > 0 || text.trim().length > 0)

  /** Resolves when there is an answer; what was not sent stays. */
  const submit = async (sendAt?: string) => {
    const text = form.getValues('body') ?? ''
    if (!isFit(text)) {
      return
    }
    // Now and later are two wishes, though the text is the same.
    const idempotencyKey = [draft.keyFor(text, files.ids), sendAt]
      .filter(Boolean)
      .join('@')
    const message = isChat
      ? await chat.send({ conversationId: id, body: text, idempotencyKey })
      : await sms.send({
          to: contact.address,
          from: senderAddress,
          body: text,
          sendAt,
          attachmentIds: files.ids.length > 0 ? files.ids : undefined,
          idempotencyKey,
        })
    if (message) {
      draft.clear()
      files.clear()
      form.reset({ body: '' })
    }
  }

  return {
    form,
    body,
    files,
    waitsFor,
    isSendable: isFit(body),
    isSending,
    isChat,
    problem: problem ?? files.problem,
    submit,
    onText: (text: string) => {
      draft.change(text)
      clearProblem()
    },
    attach: (chosen: File[]) => {
      // What comes while a message is on its way would go with none.
      if (!isSending && !isChat) {
        clearProblem()
        files.add(chosen)
      }
    },
  }
}

export type Composer = ReturnType<typeof useComposer>
