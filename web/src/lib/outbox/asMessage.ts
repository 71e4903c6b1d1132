import type { ConversationFields, ThreadMessageFields } from 'types/graphql'

import type { Attachment } from 'src/lib/attachments/attachment'
import { mediaPath } from 'src/lib/attachments/attachment'

import type { Sending } from './sending'

type Author = ThreadMessageFields['sentBy']

const asMedia = (file: Attachment): ThreadMessageFields['media'][number] => ({
  __typename: 'Media',
  id: file.key,
  contentType: file.contentType,
  size: file.size,
  name: file.name,
  width: file.width ?? null,
  height: file.height ?? null,
  url: file.preview ?? (file.id ? mediaPath(file.id) : null),
  thumbnailUrl: null,
  fetching: false,
  problem: null,
  removedAt: null,
})

/** The message that a sending will be: it looks the same before and after the server has it. */
export const asMessage = (
  { key, text, attachments, sendAt, at }: Sending,
  { channel, contact, senderAddress }: ConversationFields,
  sentBy: Author
): ThreadMessageFields => ({
  __typename: 'Message',
  id: key,
  idempotencyKey: key,
  sid: null,
  direction: 'OUTBOUND',
  channel,
  from: senderAddress,
  to: contact.address,
  body: text,
  numSegments: null,
  status: sendAt ? 'SCHEDULED' : 'PENDING',
  errorCode: null,
  errorMessage: null,
  sendAt,
  canRetry: false,
  isAutomatic: false,
  author: null,
  editedAt: null,
  removedAt: null,
  redactedAt: null,
  missedBy: null,
  retryOf: null,
  retries: [],
  createdAt: at,
  updatedAt: at,
  sentAt: null,
  deliveredAt: null,
  readAt: null,
  location: null,
  choice: null,
  formData: null,
  repliedToSid: null,
  repliedTo: null,
  media: attachments.map(asMedia),
  sentBy,
  call: null,
})
