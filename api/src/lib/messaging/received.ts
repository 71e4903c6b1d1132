/** What a message's webhook said, as it is kept: any JSON, since not every row was made by Twilio. */
export type Params = unknown

const first = (params: Params, name: string): string | null => {
  const value = (params as Record<string, unknown> | null)?.[name]
  const text: unknown = Array.isArray(value) ? value[0] : value
  return typeof text === 'string' && text !== '' ? text : null
}

const within = (text: string | null, most: number) => {
  const number = text?.trim() ? Number(text) : NaN
  return Math.abs(number) <= most ? number : null
}

/** A place that a contact sent. */
export interface Location {
  latitude: number
  longitude: number
  address: string | null
  /** Its name. */
  label: string | null
}

/** The place that a message is about; null where there is none, or none on this earth. */
export function readLocation(params: Params): Location | null {
  const latitude = within(first(params, 'Latitude'), 90)
  const longitude = within(first(params, 'Longitude'), 180)
  return latitude === null || longitude === null
    ? null
    : {
        latitude,
        longitude,
        address: first(params, 'Address'),
        label: first(params, 'Label'),
      }
}

/** A button or an entry of a list that a contact pressed. */
export interface Choice {
  text: string
  /** What the button stands for, as its template says. */
  payload: string | null
}

export function readChoice(params: Params): Choice | null {
  const text = first(params, 'ButtonText') ?? first(params, 'ListTitle')
  const payload = first(params, 'ButtonPayload') ?? first(params, 'ListId')
  return text || payload ? { text: text ?? payload ?? '', payload } : null
}

/** What a contact filled in, as the JSON that Twilio brings. */
export const readFormData = (params: Params): string | null =>
  first(params, 'InteractiveData') ?? first(params, 'FlowData')

/** Twilio's id of the message that this one answers. */
export const readRepliedSid = (params: Params): string | null =>
  first(params, 'OriginalRepliedMessageSid')
