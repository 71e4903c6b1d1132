/** A file that goes with the next message. */
export interface Attachment {
  /** Ours: the server's id comes with the end of the upload. */
  key: string
  name: string
  contentType: string | null
  /** Bytes. */
  size: number
  /** Of a picture, in pixels, once the server knows them. */
  width?: number | null
  height?: number | null
  state: 'uploading' | 'ready' | 'failed'
  /** How much of it is at the server, from 0 to 1. */
  progress: number
  /** The server's, once it is ready. */
  id?: string
  /** An address in this page at which the chosen picture is shown before the server has it. */
  preview?: string
  /** Why it failed. */
  problem?: string
  /** Whether the same file can be sent there again. */
  canRetry?: boolean
}

/** Where the server has a file. */
export const mediaPath = (id: string) => `${window.RWJS_API_URL}/media/${id}`
