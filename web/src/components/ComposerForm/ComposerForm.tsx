import { useRef } from 'react'
import type { KeyboardEvent } from 'react'

import { SendHorizontal } from 'lucide-react'
import type { ConversationFields } from 'types/graphql'

import { Form, Submit, TextAreaField, useForm } from '@redwoodjs/forms'

import BodyCounter from 'src/components/BodyCounter'
import Problem from 'src/components/Problem'
import { useAutosize } from 'src/hooks/useAutosize'
import { useDraft } from 'src/hooks/useDraft'
import { useIsTouch } from 'src/hooks/useMediaQuery'
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
  useAutosize(area, body)

  const onSubmit = async () => {
    const text = form.getValues('body') ?? ''
    if (text.trim().length === 0 || text.length > BODY_LIMIT) {
      return
    }
    const message = await send({
      to: contact.address,
      from: senderAddress,
      body: text,
      idempotencyKey: draft.keyFor(text),
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
      void onSubmit()
    }
  }

  return (
    <Form
      formMethods={form}
      onSubmit={onSubmit}
      className="flex flex-col gap-1.5 px-4 pt-2 pb-4 max-md:px-2 max-md:pb-[max(0.5rem,env(safe-area-inset-bottom))]"
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
        <span className="py-2 pr-1">
          <BodyCounter length={body.length} />
        </span>
        <Submit
          aria-label="Send"
          disabled={!isSendable || isSending}
          className="grid size-9 shrink-0 place-items-center rounded-xl bg-signal text-on-signal transition-colors hover:bg-signal-strong disabled:bg-hover disabled:text-ink-faint"
        >
          <SendHorizontal className="size-[1.15rem]" aria-hidden />
        </Submit>
      </div>
    </Form>
  )
}

export default ComposerForm
