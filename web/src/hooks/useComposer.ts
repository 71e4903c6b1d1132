import type { ConversationFields } from 'types/graphql'

import { useForm } from '@redwoodjs/forms'

import { useAttachments } from 'src/hooks/useAttachments'
import { useDraft } from 'src/hooks/useDraft'
import { useOutbox, useSendProblem } from 'src/hooks/useOutbox'
import { attachments } from 'src/lib/attachments/attachments'
import { BODY_LIMIT } from 'src/lib/bodyLimit'
import { t } from 'src/lib/language/t'

interface ComposerInput {
  body: string
}

type Files = ReturnType<typeof useAttachments>

/**
 * What WhatsApp would leave away without a word: all files but the first, and the text beside one that is no picture.
 * https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages
 */
const whatsappLeaves = ({ list }: Files, text: string) => {
  if (list.length > 1) {
    return t('WhatsApp carries one file in a message: send them one by one.')
  }
  const isPicture = list[0]?.contentType?.startsWith('image/') ?? true
  return isPicture || text.trim() === ''
    ? null
    : t('WhatsApp shows no text beside such a file: send them one by one.')
}

/** Why a message can't go yet, though it is written; null where it can. */
const waitFor = (
  files: Files,
  channel: ConversationFields['channel'],
  text: string
) => {
  const { isUploading, hasFailed } = files
  if (hasFailed) {
    return t('Remove or retry what could not be attached.')
  }
  if (isUploading) {
    return t('This can be sent when the upload is done.')
  }
  return channel === 'WHATSAPP' ? whatsappLeaves(files, text) : null
}

/**
 * What is being written in a conversation: its text, its attachments, and the sending of both. What is sent is out of the
 * composer at once (see outbox), and the next text can be written.
 */
export function useComposer(conversation: ConversationFields) {
  const { id, channel } = conversation
  const draft = useDraft(id, (text) => form.setValue('body', text))
  const form = useForm<ComposerInput>({
    defaultValues: { body: draft.initial },
  })
  const files = useAttachments(id)
  const { send } = useOutbox(conversation)
  const { problem, clearProblem } = useSendProblem(id)
  // What goes into a Twilio conversation goes at once, and is text.
  const isChat = channel === 'CHAT'
  const body = form.watch('body') ?? ''
  const waitsFor = waitFor(files, channel, body)

  const isFit = (text: string) =>
    !waitFor(files, channel, text) &&
    text.length <= BODY_LIMIT &&
    (files.list.length > 0 || text.trim().length > 0)

  const submit = (sendAt?: string) => {
    const text = form.getValues('body') ?? ''
    if (!isFit(text)) {
      return
    }
    clearProblem()
    const key = draft.keyFor(text, files.ids)
    send({
      // Now and later are two wishes, though the text is the same.
      key: sendAt ? `${key}@${sendAt}` : key,
      conversationId: id,
      text,
      attachments: isChat ? [] : attachments.take(id),
      sendAt: sendAt ?? null,
      at: new Date().toISOString(),
    })
    draft.clear()
    form.reset({ body: '' })
  }

  return {
    form,
    body,
    files,
    waitsFor,
    isSendable: isFit(body),
    isChat,
    problem: problem ?? files.problem,
    submit,
    onText: (text: string) => {
      draft.change(text)
      clearProblem()
    },
    attach: (chosen: File[]) => {
      if (!isChat) {
        clearProblem()
        files.add(chosen)
      }
    },
  }
}

export type Composer = ReturnType<typeof useComposer>
