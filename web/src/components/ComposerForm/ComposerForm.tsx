import { useRef } from 'react'
import type { KeyboardEvent } from 'react'

import { SendHorizontal } from 'lucide-react'
import type { ConversationFields } from 'types/graphql'

import { Form, Submit, TextAreaField, useForm } from '@redwoodjs/forms'

import BodyCounter from 'src/components/BodyCounter'
import EncodingNote from 'src/components/EncodingNote'
import ForecastNote from 'src/components/ForecastNote'
import Problem from 'src/components/Problem'
import SendLater from 'src/components/SendLater'
import { useAutosize } from 'src/hooks/useAutosize'
import { useDraft } from 'src/hooks/useDraft'
import { useIsTouch } from 'src/hooks/useMediaQuery'
import { useSegments } from 'src/hooks/useSegments'
import { useSend } from 'src/hooks/useSend'
import { BODY_LIMIT } from 'src/lib/bodyLimit'
import { readEnter } from 'src/lib/readEnter'

interface ComposerInput {
  body: string
}

const ComposerForm = ({
  conversation,
}: {
  conversation: ConversationFields
}) => {
  const { id, contact, senderAddress } = conversation
  const draft = useDraft(id)
  const form = useForm<ComposerInput>({
    defaultValues: { body: draft.initial },
  })
  const area = useRef<HTMLTextAreaElement | null>(null)
  const isTouch = useIsTouch()
  const { send, isSending, problem, clearProblem } = useSend()
  const body = form.watch('body') ?? ''
  const isSendable = body.trim().length > 0 && body.length <= BODY_LIMIT
  const segments = useSegments(body)
  useAutosize(area, body)

  const submit = async (sendAt?: string) => {
    const text = form.getValues('body') ?? ''
    if (text.trim().length === 0 || text.length > BODY_LIMIT) {
      return
    }
    const message = await send({
      to: contact.address,
      from: senderAddress,
      body: text,
      sendAt,
      // Now and later are two wishes, though the text is the same.
      idempotencyKey: [draft.keyFor(text), sendAt].filter(Boolean).join('@'),
    })
    if (message) {
      draft.clear()
      form.reset({ body: '' })
    }
    area.current?.focus()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter') {
      return
    }
    const wish = readEnter(event, isTouch)
    if (wish !== 'newline') {
      event.preventDefault()
    }
    if (wish === 'send') {
      void submit()
    }
  }

  return (
    <Form
      formMethods={form}
      onSubmit={() => submit()}
      className="flex flex-col gap-1.5 px-4 pt-2 pb-2 max-md:px-2 max-md:pb-[max(0.25rem,env(safe-area-inset-bottom))]"
    >
      {problem && <Problem id="composer-problem">{problem}</Problem>}
      <div className="flex items-end gap-1.5 rounded-2xl border border-edge bg-raised p-1.5 focus-within:border-signal focus-within:ring-1 focus-within:ring-signal">
        <TextAreaField
          name="body"
          id="composer"
          emptyAs=""
          rows={1}
          ref={(element: HTMLTextAreaElement | null) => {
            area.current = element
          }}
          aria-label="Message"
          aria-describedby={problem ? 'composer-problem' : undefined}
          placeholder="Write a message"
          readOnly={isSending}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            draft.change(event.target.value)
            clearProblem()
          }}
          className="max-h-52 min-h-9 flex-1 resize-none bg-transparent px-2.5 py-1.5 leading-6 outline-none placeholder:text-ink-faint read-only:opacity-60"
        />
        <SendLater
          disabled={!isSendable || isSending}
          onChoose={(sendAt) => void submit(sendAt)}
        />
        <Submit
          aria-label="Send"
          disabled={!isSendable || isSending}
          className="grid size-9 shrink-0 place-items-center rounded-xl bg-signal text-on-signal transition-colors hover:bg-signal-strong disabled:bg-hover disabled:text-ink-faint"
        >
          <SendHorizontal className="size-[1.15rem]" aria-hidden />
        </Submit>
      </div>
      <div className="flex min-h-5 flex-wrap-reverse items-end justify-end gap-x-4 px-2">
        <div className="flex min-w-0 flex-1 basis-60 flex-col">
          <EncodingNote segments={segments} />
          <ForecastNote sender={senderAddress} isWriting={isSendable} />
        </div>
        <BodyCounter length={body.length} segments={segments} />
      </div>
    </Form>
  )
}

export default ComposerForm
