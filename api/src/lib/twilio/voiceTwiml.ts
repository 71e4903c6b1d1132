import { twiml } from 'twilio'
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse'

import { RETRY_OVERRIDES, functionUrl } from './callbackUrl'

type Language = NonNullable<VoiceResponse.SayAttributes['language']>

/** The languages that Twilio speaks in its own voices. */
export const SPOKEN_LANGUAGES = [
  'en-US',
  'en-GB',
  'en-AU',
  'en-CA',
  'en-IN',
  'ca-ES',
  'da-DK',
  'de-DE',
  'es-ES',
  'es-MX',
  'fi-FI',
  'fr-CA',
  'fr-FR',
  'it-IT',
  'ja-JP',
  'ko-KR',
  'nb-NO',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'pt-PT',
  'ru-RU',
  'sv-SE',
  'tr-TR',
  'uk-UA',
  'zh-CN',
  'zh-HK',
  'zh-TW',
] as const satisfies readonly Language[]

type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number]

export const isSpoken = (language: string): language is SpokenLanguage =>
  (SPOKEN_LANGUAGES as readonly string[]).includes(language)

/** A pause of this length ends a voicemail. */
const SILENCE_SECONDS = 5

interface Spoken {
  text: string
  language: string
}

const say = (response: VoiceResponse, { text, language }: Spoken) =>
  response.say({ language: isSpoken(language) ? language : 'en-US' }, text)

/** Says a text and hangs up. */
export function sayTwiml(spoken: Spoken): string {
  const response = new twiml.VoiceResponse()
  say(response, spoken)
  response.hangup()
  return response.toString()
}

/** Says a greeting and records what the caller says then. */
export function recordTwiml(spoken: Spoken & { maxSeconds: number }): string {
  const response = new twiml.VoiceResponse()
  const url = functionUrl('twilioVoice', '?event=recording')
  say(response, spoken)
  response.record({
    maxLength: spoken.maxSeconds,
    timeout: SILENCE_SECONDS,
    finishOnKey: '#',
    playBeep: true,
    // Without one, Twilio asks the page that it came from again, and the greeting begins anew.
    action: url,
    recordingStatusCallback: url + RETRY_OVERRIDES,
    recordingStatusCallbackEvent: ['completed', 'absent'],
  })
  return response.toString()
}

/** Nothing more to do: a call that has nothing to do ends. */
export const emptyVoiceTwiml = () => new twiml.VoiceResponse().toString()
