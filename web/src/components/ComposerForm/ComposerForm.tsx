import { useRef } from 'react'

import { SendHorizontal } from 'lucide-react'
import type { ConversationFields } from 'types/graphql'

import { Form, Submit } from '@redwoodjs/forms'

import AnswerNotice from 'src/components/AnswerNotice'
import AttachButton from 'src/components/AttachButton'
import AttachmentTray from 'src/components/AttachmentTray'
import BodyCounter from 'src/components/BodyCounter'
import ComposerField from 'src/components/ComposerField'
import DropHint from 'src/components/DropHint'
import EncodingNote from 'src/components/EncodingNote'
import ForecastNote from 'src/components/ForecastNote'
import Problem from 'src/components/Problem'
import SendLater from 'src/components/SendLater'
import { useAnswers } from 'src/hooks/useAnswers'
import { useComposer } from 'src/hooks/useComposer'
import { useFileDrop } from 'src/hooks/useFileDrop'
import { useSegments } from 'src/hooks/useSegments'
import { useTyping } from 'src/hooks/useTyping'
import { t } from 'src/lib/language/t'

const ComposerForm = ({
  conversation,
}: {
  conversation: ConversationFields
}) => {
  const { channel, contact, senderAddress } = conversation
  const area = useRef<HTMLTextAreaElement | null>(null)
  const composer = useComposer(conversation)
  const { files, body, waitsFor, isSendable, isChat, problem } = composer
  const hasFiles = files.list.length > 0
  // Only on the air of a telephone network a text has parts.
  const isSms = channel === 'SMS'
  const segments = useSegments(isSms && !hasFiles ? body : '')
  const isDroppedOn = useFileDrop(
    () => (isChat ? null : area.current?.closest('section')),
    composer.attach
  )

  const answers = useAnswers(conversation, body)
  useTyping(body)

  const sendAnyway = (sendAt?: string) => {
    composer.submit(sendAt)
    area.current?.focus()
  }

  const submit = (sendAt?: string) => {
    if (!answers.hold()) {
      sendAnyway(sendAt)
    }
  }

  return (
    <>
      <Form
        formMethods={composer.form}
        onSubmit={() => submit()}
        className="relative flex flex-col gap-1.5 px-4 pt-1 pb-2 max-md:px-2 max-md:pb-[max(0.25rem,env(safe-area-inset-bottom))]"
      >
        <AnswerNotice answers={answers} onSendAnyway={() => sendAnyway()} />
        {problem && <Problem id="composer-problem">{problem}</Problem>}
        <div className="rounded-2xl border border-edge bg-raised p-1.5 focus-within:border-signal focus-within:ring-1 focus-within:ring-signal">
          {hasFiles && (
            <AttachmentTray
              attachments={files.list}
              onRemove={files.remove}
              onRetry={files.retry}
            />
          )}
          <div className="flex items-end gap-1.5">
            {!isChat && <AttachButton onFiles={composer.attach} />}
            <ComposerField
              composer={composer}
              area={area}
              contactName={contact.name ?? null}
              describedBy={problem ? 'composer-problem' : undefined}
              onSend={() => submit()}
            />
            {!isChat && <SendLater disabled={!isSendable} onChoose={submit} />}
            <Submit
              aria-label={t('Send')}
              aria-describedby={waitsFor ? 'composer-waits' : undefined}
              title={waitsFor ?? undefined}
              disabled={!isSendable}
              className="grid size-9 shrink-0 place-items-center rounded-xl bg-signal text-on-signal transition-colors hover:bg-signal-strong disabled:bg-hover disabled:text-ink-faint"
            >
              <SendHorizontal className="size-[1.15rem]" aria-hidden />
            </Submit>
          </div>
        </div>
        <div className="flex min-h-5 flex-wrap-reverse items-end justify-end gap-x-4 px-2">
          <div className="flex min-w-0 flex-1 basis-60 flex-col text-[0.8125rem]">
            <span
              id="composer-waits"
              role="status"
              className={files.hasFailed ? 'text-danger' : 'text-ink-soft'}
            >
              {waitsFor}
            </span>
            <EncodingNote segments={segments} />
            {!isChat && (
              <ForecastNote sender={senderAddress} isWriting={isSendable} />
            )}
          </div>
          <BodyCounter
            length={body.length}
            segments={segments}
            isMms={isSms && hasFiles}
          />
        </div>
      </Form>
      {isDroppedOn && <DropHint />}
    </>
  )
}

export default ComposerForm
