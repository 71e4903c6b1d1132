import { type KeyboardEvent, useState } from 'react'

import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { MessageFields } from 'types/graphql'

import ViewerButton from 'src/components/ViewerButton'
import { t } from 'src/lib/language/t'

type Media = MessageFields['media'][number]

interface MediaViewerProps {
  pictures: Media[]
  shownId: string
  onShow: (id: string) => void
  onClose: () => void
}

/** The pictures of a message over all else, one at a time: arrows go on, Escape and a click beside it close. */
const MediaViewer = ({
  pictures,
  shownId,
  onShow,
  onClose,
}: MediaViewerProps) => {
  // There is no trigger that the dialog knows, so it would leave the focus nowhere.
  const [opener] = useState(() => document.activeElement)
  const index = pictures.findIndex(({ id }) => id === shownId)
  const shown = pictures[index]
  if (!shown?.url) {
    return null
  }
  const [previous, next] = [pictures[index - 1], pictures[index + 1]]
  const name = shown.name ?? t('Picture')
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const other = { ArrowLeft: previous, ArrowRight: next }[key]
    if (other) {
      onShow(other.id)
    }
  }

  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-appear fixed inset-0 z-40 bg-black/85" />
        <Dialog.Content
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener instanceof HTMLElement) {
              opener.focus()
            }
          }}
          className="fixed inset-0 z-40 flex flex-col text-white outline-none"
        >
          <div className="flex h-14 shrink-0 items-center gap-1 px-3">
            <Dialog.Title className="min-w-0 flex-1 truncate pl-1 font-medium">
              <bdi>{name}</bdi>
            </Dialog.Title>
            {pictures.length > 1 && (
              <span aria-live="polite" className="px-2 text-sm tabular-nums">
                {t('{index} of {length}', {
                  index: index + 1,
                  length: pictures.length,
                })}
              </span>
            )}
            <a
              href={shown.url}
              download={name}
              aria-label={t('Download')}
              className="grid size-9 shrink-0 place-items-center rounded-lg text-white hover:bg-white/15"
            >
              <Download className="size-[1.15rem]" aria-hidden />
            </a>
            <Dialog.Close asChild>
              <ViewerButton icon={X} label={t('Close')} />
            </Dialog.Close>
          </div>
          <div className="flex min-h-0 flex-1 items-center gap-1 px-2 pb-4">
            <ViewerButton
              icon={ChevronLeft}
              label={t('Previous picture')}
              disabled={!previous}
              onClick={() => previous && onShow(previous.id)}
            />
            {/* The keys do the same: Escape. */}
            {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
            <div
              className="flex h-full min-w-0 flex-1 items-center justify-center"
              onClick={({ target, currentTarget }) =>
                target === currentTarget && onClose()
              }
            >
              <img
                key={shown.id}
                src={shown.url}
                alt={name}
                className="max-h-full max-w-full object-contain"
              />
            </div>
            <ViewerButton
              icon={ChevronRight}
              label={t('Next picture')}
              disabled={!next}
              onClick={() => next && onShow(next.id)}
            />
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export default MediaViewer
