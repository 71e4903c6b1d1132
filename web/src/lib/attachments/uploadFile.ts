import { session } from 'src/lib/apollo/session'

/** What the server keeps of a file, which it may have converted. */
export interface Uploaded {
  id: string
  contentType: string
  size: number
  name: string | null
  /** Of a picture, in pixels. */
  width: number | null
  height: number | null
}

/** Why a file is not at the server, in words for the person who chose it. */
export class UploadError extends Error {
  constructor(
    message: string,
    /** Whether the same file may get through another time. */
    readonly canRetry: boolean
  ) {
    super(message)
  }
}

const unreached = () =>
  new UploadError('The server could not be reached.', true)

function refusal({ status, response }: XMLHttpRequest) {
  if (status === 401) {
    session.end()
  }
  const said: unknown = response?.errors?.[0]?.message
  // What is wrong with the file (400, 413, 415) stays wrong; a server in trouble recovers.
  const canRetry = status >= 500 || status === 401 || status === 429
  return typeof said === 'string'
    ? new UploadError(said, canRetry)
    : unreached()
}

interface Options {
  /** From 0 to 1. */
  onProgress: (progress: number) => void
  signal: AbortSignal
}

/**
 * Brings a file to the server. By XMLHttpRequest, since `fetch` tells nothing of its progress.
 *
 * @throws {UploadError} also when `signal` is aborted, which whoever did that need not be told
 */
export const uploadFile = (file: File, { onProgress, signal }: Options) =>
  new Promise<Uploaded>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(
      'POST',
      `${window.RWJS_API_URL}/media?name=${encodeURIComponent(file.name)}`
    )
    request.setRequestHeader(
      'Content-Type',
      file.type || 'application/octet-stream'
    )
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0)
    request.onload = () =>
      request.status === 201
        ? resolve(request.response as Uploaded)
        : reject(refusal(request))
    request.onerror = () => reject(unreached())
    request.onabort = () => reject(unreached())
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
