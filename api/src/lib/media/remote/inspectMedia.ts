import type { Readable } from 'node:stream'

import axios, { type AxiosResponse, isAxiosError } from 'axios'

import type { MediaFile } from 'src/lib/messaging/mediaRules'

import { agentsFor, isNotPublic } from './publicAgents'

/** Twilio itself follows ten (11215). */
const MOST_REDIRECTS = 5

/** Why what lies at an address can't be sent, in words that go after its host. */
export class RemoteMediaError extends Error {}

type Redirect = Record<string, unknown> & { href: string }

const request = async (
  method: 'HEAD' | 'GET',
  url: string,
  signal: AbortSignal
): Promise<AxiosResponse<Readable>> => {
  const { http: httpAgent, https: httpsAgent } = agentsFor(url)
  const response = await axios.request<Readable>({
    method,
    url,
    signal,
    httpAgent,
    httpsAgent,
    // A proxy would resolve the name, and connect, for us.
    proxy: false,
    responseType: 'stream',
    // As it lies there, so that its length is the file's.
    decompress: false,
    headers: { 'Accept-Encoding': 'identity', Accept: '*/*' },
    maxRedirects: MOST_REDIRECTS,
    beforeRedirect: (next) => {
      next.agents = agentsFor((next as Redirect).href)
    },
    validateStatus: () => true,
  })
  // Of a GET, too, only the head is read.
  response.data.destroy()
  return response
}

const isGood = ({ status }: AxiosResponse) => status >= 200 && status < 300

/** Many servers have no HEAD, or answer it with less than they answer a GET with. */
const isComplete = (response: AxiosResponse) =>
  isGood(response) &&
  !!response.headers['content-type'] &&
  !!response.headers['content-length']

const ask = async (url: string, signal: AbortSignal) => {
  const head = await request('HEAD', url, signal)
  return isComplete(head) ? head : request('GET', url, signal)
}

const reasonOf = (error: unknown, signal: AbortSignal) => {
  if (signal.aborted) {
    return 'did not answer in time'
  }
  if (error instanceof Error && isNotPublic(error)) {
    return 'is not a public address'
  }
  const code = isAxiosError(error) ? error.code : undefined
  return code === 'ERR_FR_TOO_MANY_REDIRECTS'
    ? 'redirects too often'
    : `can not be reached${code ? ` (${code})` : ''}`
}

/**
 * Asks what lies at an address, as Twilio will. Connects to public addresses only, whatever the name resolves to and
 * wherever the server redirects.
 *
 * @throws RemoteMediaError
 */
export async function inspectMedia(
  url: string,
  signal: AbortSignal
): Promise<MediaFile> {
  const response = await ask(url, signal).catch((error: unknown) => {
    throw new RemoteMediaError(reasonOf(error, signal))
  })
  if (!isGood(response)) {
    throw new RemoteMediaError(`answered ${response.status}`)
  }
  const type = String(response.headers['content-type'] ?? '')
  const length = response.headers['content-length']
  if (!type) {
    throw new RemoteMediaError('does not say what type the file has')
  }
  if (length === '0') {
    throw new RemoteMediaError('has an empty file there')
  }
  return {
    contentType: type.split(';')[0].trim(),
    size: length === undefined ? null : Number(length),
  }
}
