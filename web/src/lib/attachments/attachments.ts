import pLimit from 'p-limit'

import { t } from 'src/lib/language/t'
import { newKey } from 'src/lib/newKey'

import type { Attachment } from './attachment'
import { keep, readKept } from './kept'
import { sortOut } from './limits'
import { UploadError, uploadFile } from './uploadFile'

/** A browser opens six connections to a server, of which the live stream has one and the page needs some. */
const AT_ONCE = 2

const limit = pLimit(AT_ONCE)

const lists = new Map<string, readonly Attachment[]>()
const files = new Map<string, { file: File; controller: AbortController }>()
const listeners = new Set<() => void>()

function get(draftId: string): readonly Attachment[] {
  const list = lists.get(draftId) ?? readKept(draftId)
  lists.set(draftId, list)
  return list
}

function set(draftId: string, list: readonly Attachment[]) {
  lists.set(draftId, list)
  keep(draftId, list)
  listeners.forEach((listener) => listener())
}

const change = (draftId: string, key: string, over: Partial<Attachment>) =>
  set(
    draftId,
    get(draftId).map((one) => (one.key === key ? { ...one, ...over } : one))
  )

/** What the page itself holds of a file. */
function forget({ key, preview }: Attachment) {
  files.get(key)?.controller.abort()
  files.delete(key)
  if (preview) {
    URL.revokeObjectURL(preview)
  }
}

async function upload(draftId: string, key: string) {
  const held = files.get(key)
  if (!held || held.controller.signal.aborted) {
    return
  }
  try {
    const uploaded = await uploadFile(held.file, {
      onProgress: (progress) => change(draftId, key, { progress }),
      signal: held.controller.signal,
    })
    files.delete(key)
    const { id, contentType, size, width, height } = uploaded
    change(draftId, key, {
      ...{ id, contentType, size, width, height },
      state: 'ready',
    })
  } catch (error) {
    if (held.controller.signal.aborted) {
      return
    }
    change(draftId, key, {
      state: 'failed',
      problem:
        error instanceof UploadError
          ? error.message
          : t('Something went wrong.'),
      canRetry: error instanceof UploadError && error.canRetry,
    })
  }
}

const start = (draftId: string, key: string) =>
  void limit(() => upload(draftId, key))

/** HEIC is shown by Safari alone; the server makes a JPEG of it. */
const isShown = ({ type }: File) =>
  /^image\/(avif|bmp|gif|jpeg|png|webp)$/.test(type)

const fromFile = (file: File): Attachment => ({
  key: newKey(),
  name: file.name,
  contentType: file.type || null,
  size: file.size,
  state: 'uploading',
  progress: 0,
  preview: isShown(file) ? URL.createObjectURL(file) : undefined,
})

/**
 * The attachments of drafts. Outside of React, because an upload goes on while somebody looks at another conversation,
 * and is there when they come back.
 */
export const attachments = {
  get,

  /** Uploads what can be attached; returns what is to be said of the rest. */
  add(draftId: string, chosen: readonly File[]): string | null {
    const { fit, problem } = sortOut(chosen, get(draftId))
    const added = fit.map((file) => {
      const attachment = fromFile(file)
      files.set(attachment.key, { file, controller: new AbortController() })
      return attachment
    })
    set(draftId, [...get(draftId), ...added])
    added.forEach(({ key }) => start(draftId, key))
    return problem
  },

  remove(draftId: string, key: string) {
    const list = get(draftId)
    list.filter((one) => one.key === key).forEach(forget)
    set(
      draftId,
      list.filter((one) => one.key !== key)
    )
  },

  retry(draftId: string, key: string) {
    change(draftId, key, {
      state: 'uploading',
      progress: 0,
      problem: undefined,
    })
    start(draftId, key)
  },

  /** They are sent. */
  clear(draftId: string) {
    get(draftId).forEach(forget)
    set(draftId, [])
  },

  /** They go with a message, which shows them until the server's are there; then `release` them. */
  take(draftId: string) {
    const list = get(draftId)
    set(draftId, [])
    return list
  },

  release: (list: readonly Attachment[]) => list.forEach(forget),

  /** The message that they went with comes back. */
  giveBack(draftId: string, list: readonly Attachment[]) {
    if (list.length > 0) {
      set(draftId, [...list, ...get(draftId)])
    }
  },

  /** Nobody looks at the draft now: what another tab does with it is seen at the next look. */
  leave(draftId: string) {
    const list = get(draftId)
    if (list.every(({ state }) => state === 'ready')) {
      list.forEach(forget)
      lists.delete(draftId)
    }
  },

  /** Whether any file, of any draft, is on its way. */
  isUploading: () =>
    [...lists.values()].some((list) =>
      list.some(({ state }) => state === 'uploading')
    ),

  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
