import type { Readable } from 'node:stream'

import axios, { type AxiosResponse } from 'axios'
import contentDisposition from 'content-disposition'

import { config } from 'src/lib/config/config'
import { isNotPublic, publicAgentsFor } from 'src/lib/http/publicAgents'
import { mediaAddress, standIn } from 'src/lib/twilio/mediaAddress'

import { MediaError } from './mediaError'

/** More than any channel brings: https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages */
const LARGEST = 25 * 1024 * 1024

/** Twilio's own redirect is one. */
const MOST_REDIRECTS = 5

/** A file as it came. */
export interface Download {
  bytes: Buffer
  /** As its server calls it: a hint, where the bytes don't say. */
  claimedType: string
  /** As its sender calls it. */
  name: string
}

const ask = (
  url: string,
  auth: { username: string; password: string } | null,
  signal: AbortSignal
) => {
  const twilio = standIn()
  const allowed = [
    ...config.mediaAllowedHosts,
    ...(twilio ? [twilio.host] : []),
  ]
  const { http: httpAgent, https: httpsAgent } = publicAgentsFor(url, allowed)
  return axios.get<Readable>(url, {
    signal,
    httpAgent,
    httpsAgent,
    ...(auth && { auth }),
    // A proxy would resolve the name, and connect, for us.
    proxy: false,
    responseType: 'stream',
    // A few bytes can be unpacked into gigabytes.
    decompress: false,
    headers: { 'Accept-Encoding': 'identity', Accept: '*/*' },
    // Each step is looked at here: the credentials are for the first one only.
    maxRedirects: 0,
    validateStatus: () => true,
  })
}

/** @param from where it was named, which a relative address continues */
const checkAddress = (address: string, from?: string) => {
  const { protocol } = URL.canParse(address, from)
    ? new URL(address, from)
    : { protocol: null }
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new MediaError('Its address is none.', true)
  }
}

const follow = async (named: string, signal: AbortSignal) => {
  checkAddress(named)
  const first = mediaAddress(named)
  let { url } = first
  let { credentials } = first
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    const response = await ask(url, credentials, signal)
    const { location } = response.headers
    if (response.status < 300 || response.status >= 400 || !location) {
      return response
    }
    response.data.destroy()
    checkAddress(location, url)
    url = new URL(location, url).href
    credentials = null
  }
  throw new MediaError('Its address redirects without an end.', true)
}

/** Twilio announces a file now and then before it can be had, so that not even 404 is the last word. */
const checkStatus = ({ status }: AxiosResponse) => {
  if (status === 404 || status === 410) {
    throw new MediaError('It is not at Twilio (any more).', status === 410)
  }
  if (status < 200 || status >= 300) {
    const isFinal = status === 401 || status === 403
    throw new MediaError(`Its server answered ${status}.`, isFinal)
  }
}

const tooLarge = () =>
  new MediaError('It is larger than the 25 MB that are kept.', true)

const read = async ({ data, headers }: AxiosResponse<Readable>) => {
  if (Number(headers['content-length']) > LARGEST) {
    throw tooLarge()
  }
  const parts: Buffer[] = []
  let size = 0
  for await (const part of data) {
    size += part.length
    if (size > LARGEST) {
      throw tooLarge()
    }
    parts.push(part)
  }
  if (size === 0) {
    throw new MediaError('It is empty.', false)
  }
  return Buffer.concat(parts)
}

const nameOf = (header: unknown) => {
  try {
    return contentDisposition.parse(String(header)).parameters.filename ?? ''
  } catch {
    return ''
  }
}

const toMediaError = (error: unknown, signal: AbortSignal) => {
  if (error instanceof MediaError) {
    return error
  }
  const options = { cause: error }
  if (error instanceof Error && isNotPublic(error)) {
    return new MediaError('Its address is not a public one.', true, options)
  }
  const reason = signal.aborted
    ? 'Its server did not send it in time.'
    : 'Its server can not be reached.'
  return new MediaError(reason, false, options)
}

/**
 * Fetches a file that somebody sent us from where its webhook says: at Twilio with our credentials, where it redirects
 * without them; and only from public addresses, whatever a name resolves to.
 *
 * @param patienceMs how long all of it may take
 * @throws MediaError
 */
export async function download(
  named: string,
  patienceMs: number
): Promise<Download> {
  const signal = AbortSignal.timeout(patienceMs)
  let response: AxiosResponse<Readable> | undefined
  try {
    response = await follow(named, signal)
    checkStatus(response)
    const bytes = await read(response)
    const { 'content-type': type, 'content-disposition': disposition } =
      response.headers
    return {
      bytes,
      claimedType: String(type ?? '')
        .split(';')[0]
        .trim()
        .toLowerCase(),
      name: nameOf(disposition),
    }
  } catch (error) {
    throw toMediaError(error, signal)
  } finally {
    response?.data.destroy()
  }
}
