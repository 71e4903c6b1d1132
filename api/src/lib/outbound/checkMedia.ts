import { badUserInput } from 'src/lib/errors'
import { findOwnFiles } from 'src/lib/media/files/findOwnFiles'
import { ownFileId } from 'src/lib/media/links/ownFileId'
import {
  inspectMedia,
  RemoteMediaError,
} from 'src/lib/media/remote/inspectMedia'
import {
  type MediaFile,
  wrongFile,
  wrongTogether,
} from 'src/lib/messaging/mediaRules'
import type { Draft } from 'src/lib/messaging/outboundDraft'

import type { Author } from './enqueueMessage'

/** For all addresses of a message, which are asked at the same time: somebody waits for the answer. */
const LONGEST_MS = 5_000

const ownFiles = async (ids: string[], author: Author) => {
  const files = await findOwnFiles(ids, author)
  return files.map((file) => {
    if (!file) {
      throw badUserInput('There is no such attachment of yours.')
    }
    return file
  })
}

const inspect = async (url: string) => {
  try {
    return await inspectMedia(url, AbortSignal.timeout(LONGEST_MS))
  } catch (error) {
    throw error instanceof RemoteMediaError
      ? badUserInput(`The attachment at ${new URL(url).host} ${error.message}.`)
      : error
  }
}

const check = (
  { channel, body }: Draft,
  named: { name: string; file: MediaFile }[]
) => {
  for (const { name, file } of named) {
    const wrong = wrongFile(channel, file)
    if (wrong) {
      throw badUserInput(`${name} ${wrong}.`)
    }
  }
  const wrong = wrongTogether(
    channel,
    named.map(({ file }) => file),
    body
  )
  if (wrong) {
    throw badUserInput(wrong)
  }
}

/** Addresses of our own files become the files: nobody fetches from us what we have. */
const partMedia = ({ mediaUrls, fileIds }: Draft) => {
  const own = mediaUrls.flatMap((url) => ownFileId(url) ?? [])
  return {
    mediaUrls: mediaUrls.filter((url) => ownFileId(url) === null),
    ids: [...own, ...fileIds],
  }
}

/**
 * Looks at what a draft carries before it becomes a message: whether the files are there, theirs to send, and such as
 * Twilio sends by this channel.
 *
 * @param isRepeat it was sent before: then nobody needs to be asked, and what has gone since is no reason to say no
 * @returns the draft with all that is ours as files
 * @throws BAD_USER_INPUT
 */
export async function checkMedia(
  draft: Draft,
  author: Author,
  isRepeat: () => Promise<boolean>
): Promise<Draft> {
  const { mediaUrls, ids } = partMedia(draft)
  if (mediaUrls.length + ids.length === 0) {
    return draft
  }
  const files = await ownFiles(ids, author)
  const checked = { ...draft, mediaUrls, fileIds: files.map(({ id }) => id) }
  if (mediaUrls.length > 0 && (await isRepeat())) {
    return checked
  }
  const foreign = await Promise.all(
    mediaUrls.map(async (url) => ({
      name: `The attachment at ${new URL(url).host}`,
      file: await inspect(url),
    }))
  )
  const own = files.map((file) => ({
    name: file.name ? `The attachment ${file.name}` : 'An attachment',
    file,
  }))
  check(draft, [...foreign, ...own])
  return checked
}
