import type { SimulatedMessage } from '../network/messages'

/** A message as the handset page and tests see it: with what only the customer knows, without the files. */
export const messageView = ({
  media,
  statusCallback: _statusCallback,
  ...message
}: SimulatedMessage) => ({
  ...message,
  media: media.map(({ sid, contentType, content }) => ({
    sid,
    contentType,
    size: content.length,
    url: `/control/messages/${message.sid}/media/${sid}`,
  })),
})
