import { UploadError, uploadFile } from 'src/lib/attachments/uploadFile'

interface Upload {
  file: File
  progress: (progress: number) => void
  succeed: (over?: object) => void
  fail: (message: string, canRetry?: boolean) => void
  isAborted: () => boolean
}

let lastId = 0

/**
 * A server that answers an upload when a test says so. For tests that mock `src/lib/attachments/uploadFile`; jsdom has
 * no object URLs either.
 */
export function serveUploads() {
  const uploads: Upload[] = []
  URL.createObjectURL = () => 'blob:picture'
  URL.revokeObjectURL = () => {}
  jest.mocked(uploadFile).mockImplementation(
    (file, { onProgress, signal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')))
        uploads.push({
          file,
          progress: onProgress,
          succeed: (over = {}) => {
            lastId += 1
            const { name, size, type } = file
            resolve({
              ...{ id: `u${lastId}`, name, size, contentType: type },
              ...{ width: null, height: null },
              ...over,
            })
          },
          fail: (message, canRetry = false) =>
            reject(new UploadError(message, canRetry)),
          isAborted: () => signal.aborted,
        })
      })
  )
  return uploads
}

export const aFile = (name = 'cat.png', type = 'image/png', size = 41_200) =>
  new File(['x'.repeat(size)], name, { type })
