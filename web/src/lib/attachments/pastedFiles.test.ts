import { pastedFiles } from './pastedFiles'

const picture = new File(['x'], 'image.png', { type: 'image/png' })
const paste = (...types: string[]) =>
  pastedFiles({ types, files: [picture] } as unknown as DataTransfer)

describe('pastedFiles', () => {
  it.each([
    ['a screenshot', ['Files']],
    ['a picture of a page', ['text/html', 'Files']],
    ['a file of a folder, which brings its name', ['text/plain', 'Files']],
  ])('are %s', (_what, types) => {
    expect(paste(...types)).toEqual([picture])
  })

  it('are not the picture that comes with formatted text', () => {
    expect(paste('text/plain', 'text/html', 'Files')).toEqual([])
  })
})
