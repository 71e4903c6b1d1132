import { session } from 'src/lib/apollo/session'

import { UploadError, uploadFile } from './uploadFile'

const UPLOADED = {
  ...{ id: 'u1', contentType: 'image/png', size: 3, name: 'cat.png' },
  ...{ width: 1, height: 1 },
}

/** A request that a test answers. */
const aRequest = () => ({
  open: jest.fn(),
  setRequestHeader: jest.fn(),
  send: jest.fn(),
  status: 0,
  response: null as unknown,
  upload: {} as { onprogress?: (event: object) => void },
  onload: () => {},
  onerror: () => {},
  onabort: () => {},
  abort() {
    this.onabort()
  },
  answer(status: number, response: unknown) {
    Object.assign(this, { status, response })
    this.onload()
  },
})

describe('uploadFile', () => {
  const real = window.XMLHttpRequest
  const controller = () => new AbortController()
  const onProgress = jest.fn()

  let request = aRequest()

  beforeAll(() => {
    window.XMLHttpRequest = jest.fn(() => (request = aRequest())) as never
    window.RWJS_API_URL = '/.redwood/functions'
  })
  afterAll(() => {
    window.XMLHttpRequest = real
  })

  const start = (
    file = new File(['cat'], 'my cat & I.png', { type: 'image/png' }),
    { signal } = controller()
  ) => {
    const uploading = uploadFile(file, { onProgress, signal })
    return { uploading, file }
  }

  it('posts the bytes under their type and name, and answers what is kept', async () => {
    const { uploading, file } = start()
    expect(request.open).toHaveBeenCalledWith(
      'POST',
      '/.redwood/functions/media?name=my%20cat%20%26%20I.png'
    )
    expect(request.setRequestHeader).toHaveBeenCalledWith(
      'Content-Type',
      'image/png'
    )
    expect(request.send).toHaveBeenCalledWith(file)
    request.upload.onprogress?.({ loaded: 1, total: 4 })
    expect(onProgress).toHaveBeenCalledWith(0.25)
    request.answer(201, UPLOADED)
    expect(await uploading).toEqual(UPLOADED)
  })

  it('names no type where the browser knows none', () => {
    start(new File(['x'], 'x.unknown'))
    expect(request.setRequestHeader).toHaveBeenCalledWith(
      'Content-Type',
      'application/octet-stream'
    )
  })

  const refused = (message: string) => ({
    errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }],
  })

  it.each([
    [400, refused('This is no picture.'), 'This is no picture.', false],
    [413, refused('Too large.'), 'Too large.', false],
    [415, refused('Twilio takes no such file.'), 'Twilio takes no such', false],
    [503, refused('Not now.'), 'Not now.', true],
    [503, null, 'could not be reached', true],
    [200, 'a page of a proxy', 'could not be reached', true],
  ])('tells %i in words', async (status, response, says, canRetry) => {
    const { uploading } = start()
    request.answer(status, response)
    const error = await uploading.catch((reason: UploadError) => reason)
    expect(error).toBeInstanceOf(UploadError)
    expect(error).toMatchObject({
      message: expect.stringContaining(says),
      canRetry,
    })
  })

  it('says so when there is no server', async () => {
    const { uploading } = start()
    request.onerror()
    await expect(uploading).rejects.toMatchObject({ canRetry: true })
  })

  it('tells the page when the session is over', async () => {
    const ended = jest.fn()
    const stop = session.onChange(ended)
    const { uploading } = start()
    request.answer(401, refused('Log in.'))
    await expect(uploading).rejects.toMatchObject({ canRetry: true })
    expect(ended).toHaveBeenCalledTimes(1)
    stop()
  })

  it('ends when it is aborted', async () => {
    const ours = controller()
    const { uploading } = start(undefined, ours)
    ours.abort()
    await expect(uploading).rejects.toBeInstanceOf(UploadError)
  })
})
