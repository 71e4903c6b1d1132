import type { ClipboardEvent, KeyboardEvent, MutableRefObject } from 'react'

import { TextAreaField } from '@redwoodjs/forms'

import { useAutosize } from 'src/hooks/useAutosize'
import { useCannedReplies } from 'src/hooks/useCannedReplies'
import type { Composer } from 'src/hooks/useComposer'
import { useIsTouch } from 'src/hooks/useMediaQuery'
import { useSettings } from 'src/hooks/useSettings'
import { pastedFiles } from 'src/lib/attachments/pastedFiles'
import { t } from 'src/lib/language/t'
import { readEnter } from 'src/lib/readEnter'

interface ComposerFieldProps {
  composer: Composer
  area: MutableRefObject<HTMLTextAreaElement | null>
  contactName: string | null
  describedBy?: string
  onSend: () => void
}

/** Where the text is written, with the canned replies behind a slash. */
const ComposerField = ({
  composer,
  area,
  contactName,
  describedBy,
  onSend,
}: ComposerFieldProps) => {
  const isTouch = useIsTouch()
  const { sendsOnEnter } = useSettings()
  const { word, Picker, isLoading, look, dismiss, close } = useCannedReplies(
    area,
    composer.body
  )
  useAutosize(area, composer.body)

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // The list took it (see useKeysOf).
    if (event.key !== 'Enter' || event.defaultPrevented) {
      return
    }
    const wish = readEnter(event, isTouch || !sendsOnEnter)
    if (wish !== 'newline') {
      event.preventDefault()
    }
    if (wish === 'send' && !isLoading) {
      onSend()
    }
  }

  const onPaste = (event: ClipboardEvent) => {
    const files = pastedFiles(event.clipboardData)
    if (files.length > 0) {
      event.preventDefault()
      composer.attach(files)
    }
  }

  return (
    <div
      className="contents"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) {
          close()
        }
      }}
    >
      <TextAreaField
        name="body"
        id="composer"
        emptyAs=""
        rows={1}
        ref={(element: HTMLTextAreaElement | null) => {
          area.current = element
        }}
        aria-label={t('Message')}
        aria-describedby={describedBy}
        placeholder={
          isTouch
            ? t('Write a message')
            : t('Write a message, or / for a canned reply')
        }
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onSelect={look}
        onCompositionEnd={look}
        onChange={(event) => {
          composer.onText(event.target.value)
          look(event)
        }}
        className="field-sizing-content max-h-52 min-h-9 min-w-0 flex-1 resize-none bg-transparent px-1.5 py-1.5 leading-6 outline-none placeholder:truncate placeholder:text-ink-faint"
      />
      {word && Picker && area.current && (
        <Picker
          area={area.current}
          word={word}
          name={contactName}
          onDone={dismiss}
        />
      )}
    </div>
  )
}

export default ComposerField
