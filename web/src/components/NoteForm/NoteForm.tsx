import { useRef } from 'react'
import type { KeyboardEvent } from 'react'

import { StickyNote } from 'lucide-react'

import { Form, Submit, TextAreaField, useForm } from '@redwoodjs/forms'

import MentionPicker from 'src/components/MentionPicker'
import Problem from 'src/components/Problem'
import { useAddNote } from 'src/hooks/useAddNote'
import { useAutosize } from 'src/hooks/useAutosize'
import { useDraft } from 'src/hooks/useDraft'
import { useIsTouch } from 'src/hooks/useMediaQuery'
import { useSettings } from 'src/hooks/useSettings'
import { useTriggerWord } from 'src/hooks/useTriggerWord'
import { useUsers } from 'src/hooks/useUsers'
import { count } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'
import { mentionOf } from 'src/lib/mentions/splitMentions'
import { readEnter } from 'src/lib/readEnter'

/** As the server takes it. */
const LONGEST = 10_000

interface NoteInput {
  body: string
}

/** Writes something down for the other operators; nothing of it is sent. */
const NoteForm = ({ conversationId }: { conversationId: string }) => {
  const area = useRef<HTMLTextAreaElement | null>(null)
  const isTouch = useIsTouch()
  const { sendsOnEnter } = useSettings()
  const draft = useDraft(`note.${conversationId}`)
  const form = useForm<NoteInput>({ defaultValues: { body: draft.initial } })
  const body = form.watch('body') ?? ''
  const { word, look, dismiss, close } = useTriggerWord(area, body, '@')
  const { users = [] } = useUsers({ skip: !body.includes('@') })
  const { send, isSending, problem, clearProblem } = useAddNote()
  useAutosize(area, body)
  const isFit = body.trim().length > 0 && body.length <= LONGEST

  const submit = async () => {
    const text = form.getValues('body')
    if (!isFit) {
      return
    }
    const entry = await send({
      conversationId,
      body: text,
      mentions: users
        .filter((user) => text.includes(mentionOf(user)))
        .map(({ id }) => id),
      idempotencyKey: draft.keyFor(text),
    })
    // What was written on meanwhile is the next note.
    if (entry && form.getValues('body') === text) {
      draft.clear()
      form.reset({ body: '' })
    }
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // The list took it (see useKeysOf).
    if (event.key !== 'Enter' || event.defaultPrevented) {
      return
    }
    const wish = readEnter(event, isTouch || !sendsOnEnter)
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
      onSubmit={() => void submit()}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) {
          close()
        }
      }}
      className="relative flex flex-col gap-1.5 px-4 pt-1 pb-2 max-md:px-2 max-md:pb-[max(0.25rem,env(safe-area-inset-bottom))]"
    >
      {problem && <Problem id="note-problem">{problem}</Problem>}
      <div className="flex items-end gap-1.5 rounded-2xl border border-note-edge bg-note p-1.5 focus-within:ring-1 focus-within:ring-note-ink">
        <TextAreaField
          name="body"
          id="composer"
          emptyAs=""
          rows={1}
          ref={(element: HTMLTextAreaElement | null) => {
            area.current = element
          }}
          aria-label={t('Note')}
          aria-describedby={problem ? 'note-problem' : 'note-hint'}
          placeholder={t('Write a note for your colleagues, @ to name one')}
          onKeyDown={onKeyDown}
          onSelect={look}
          onCompositionEnd={look}
          onChange={(event) => {
            draft.change(event.target.value)
            clearProblem()
            look(event)
          }}
          className="field-sizing-content max-h-52 min-h-9 min-w-0 flex-1 resize-none bg-transparent px-1.5 py-1.5 leading-6 outline-none placeholder:truncate placeholder:text-note-ink"
        />
        {word && area.current && (
          <MentionPicker area={area.current} word={word} onDone={dismiss} />
        )}
        <Submit
          aria-label={t('Save the note')}
          disabled={!isFit || isSending}
          className="grid size-9 shrink-0 place-items-center rounded-xl bg-note-ink text-note transition-opacity disabled:opacity-40"
        >
          <StickyNote className="size-[1.15rem]" aria-hidden />
        </Submit>
      </div>
      <div className="flex min-h-5 justify-between px-2 text-[0.8125rem] text-ink-soft">
        <span id="note-hint">{t('Only your colleagues see notes.')}</span>
        {body.length > LONGEST * 0.9 && (
          <span
            className={body.length > LONGEST ? 'text-danger' : undefined}
          >{`${count(body.length)} / ${count(LONGEST)}`}</span>
        )}
      </div>
    </Form>
  )
}

export default NoteForm
