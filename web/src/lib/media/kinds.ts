import type { MessageFields } from 'types/graphql'

type Media = Pick<MessageFields['media'][number], 'contentType' | 'url'>

/** What all browsers play; the films of old phones (3GP) are none of these. */
const PLAYED = new Set([
  'audio/aac',
  'audio/flac',
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
  'audio/vnd.wave',
  'audio/wav',
  'audio/webm',
  'audio/x-wav',
  'video/mp4',
  'video/ogg',
  'video/quicktime',
  'video/webm',
])

/** A picture that we have. */
export const isPicture = ({ contentType, url }: Media) =>
  !!url && !!contentType?.startsWith('image/')

/** Sound or a film that we have. */
export const isRecording = ({ contentType, url }: Media) =>
  !!url && PLAYED.has(contentType ?? '')
