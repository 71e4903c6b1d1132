/** A file that is to be sent, as far as it is known. */
export interface MediaFile {
  contentType: string
  /** Bytes; null where whoever has it doesn't say. */
  size: number | null
}

interface Rules {
  /** In words for people. */
  channel: string
  /** Files in a message. */
  most: number
  /** Bytes of all files of a message. */
  total: number
  /** Whether a text is shown beside a file of a type; else it would be dropped without a word. */
  showsTextBeside: (contentType: string) => boolean
  /** Bytes of one file, by its type. */
  limits: Record<string, number>
}

const KB = 1024
const MB = 1024 * KB

const each = (types: string[], limit: number) =>
  Object.fromEntries(types.map((type) => [type, limit]))

/** Twilio makes these fit the carriers and the handsets. */
const MMS_IMAGES = ['image/jpeg', 'image/jpg', 'image/gif', 'image/png']

/** Twilio passes these on as they are. */
const MMS_OTHERS = [
  ...['image/heic', 'image/heif', 'image/tiff', 'image/bmp'],
  ...['audio/basic', 'audio/L24', 'audio/mp4', 'audio/mpeg', 'audio/ogg'],
  ...['audio/vorbis', 'audio/vnd.rn-realaudio', 'audio/vnd.wave'],
  ...['audio/3gpp', 'audio/3gpp2', 'audio/ac3', 'audio/webm'],
  ...['audio/amr-nb', 'audio/amr'],
  ...['video/mpeg', 'video/mp4', 'video/quicktime', 'video/webm'],
  ...['video/3gpp', 'video/3gpp2', 'video/3gpp-tt', 'video/H261'],
  ...['video/H263', 'video/H263-1998', 'video/H263-2000', 'video/H264'],
  ...['text/vcard', 'text/x-vcard', 'text/csv', 'text/rtf'],
  ...['text/richtext', 'text/calendar', 'text/directory'],
  ...['application/pdf', 'application/vcard', 'application/vnd.apple.pkpass'],
]

const WHATSAPP_IMAGES = ['image/jpeg', 'image/jpg', 'image/png', 'image/webp']

const OFFICE = 'application/vnd.openxmlformats-officedocument.'

const WHATSAPP_OTHERS = [
  ...['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/ogg', 'audio/amr'],
  ...['audio/3gpp', 'video/mp4', 'video/3gpp'],
  ...['application/pdf', 'text/vcard', 'text/x-vcard', 'application/vcard'],
  ...['application/msword', `${OFFICE}wordprocessingml.document`],
  ...['application/vnd.ms-excel', `${OFFICE}spreadsheetml.sheet`],
  ...['application/vnd.ms-powerpoint', `${OFFICE}presentationml.presentation`],
]

/**
 * https://www.twilio.com/docs/messaging/guides/accepted-mime-types,
 * https://www.twilio.com/docs/messaging/api/message-resource (5 MB for what Twilio adapts, 500 KB for the rest),
 * https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages
 */
const RULES: Record<'SMS' | 'WHATSAPP', Rules> = {
  SMS: {
    channel: 'MMS',
    most: 10,
    total: 5 * MB,
    showsTextBeside: () => true,
    limits: { ...each(MMS_IMAGES, 5 * MB), ...each(MMS_OTHERS, 500 * KB) },
  },
  WHATSAPP: {
    channel: 'WhatsApp',
    // More would be dropped without a word.
    most: 1,
    total: 16 * MB,
    showsTextBeside: (contentType) => contentType.startsWith('image/'),
    limits: {
      ...each(WHATSAPP_IMAGES, 5 * MB),
      ...each(WHATSAPP_OTHERS, 16 * MB),
    },
  },
}

/** More than any channel takes of a file that can't be scaled. */
export const LARGEST_FILE = RULES.WHATSAPP.total

const inWords = (bytes: number) =>
  bytes < MB ? `${Math.floor(bytes / KB)} KB` : `${Math.floor(bytes / MB)} MB`

const limitOf = ({ limits }: Rules, contentType: string) =>
  Object.entries(limits).find(
    ([type]) => type.toLowerCase() === contentType.toLowerCase()
  )?.[1]

/** Whether there is a channel by which Twilio sends it. */
export const isSendable = (contentType: string) =>
  Object.values(RULES).some((rules) => limitOf(rules, contentType))

/** What keeps one file from being sent, in words that go after its name; null where nothing does. */
export function wrongFile(
  channel: 'SMS' | 'WHATSAPP',
  { contentType, size }: MediaFile
): string | null {
  const rules = RULES[channel]
  const limit = limitOf(rules, contentType)
  if (!limit) {
    return `is ${contentType}, which can not be sent by ${rules.channel}`
  }
  return size !== null && size > limit
    ? `is larger than the ${inWords(limit)} that such a file can have by ${rules.channel}`
    : null
}

/** What keeps the files of a message, and its text, from being sent together, as a sentence; null where nothing does. */
export function wrongTogether(
  channel: 'SMS' | 'WHATSAPP',
  files: MediaFile[],
  text = ''
): string | null {
  const { channel: name, most, total, showsTextBeside } = RULES[channel]
  if (files.length > most) {
    return most === 1
      ? `A ${name} message can have one attachment.`
      : `A message can have ${most} attachments.`
  }
  const alone = files.find(({ contentType }) => !showsTextBeside(contentType))
  if (alone && text.trim() !== '') {
    return `A ${name} message shows no text beside ${alone.contentType}. Send them one by one.`
  }
  const size = files.reduce((sum, file) => sum + (file.size ?? 0), 0)
  return size > total
    ? `The attachments of a message can have ${inWords(total)} together by ${name}.`
    : null
}
