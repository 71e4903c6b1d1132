import { render, screen } from '@redwoodjs/testing/web'

import FolderBadge from './FolderBadge'

const counts = { unread: 3, failed: 100 }
const show = (folder: string, over = {}) =>
  render(<FolderBadge folder={folder} counts={{ ...counts, ...over }} />)

describe('FolderBadge', () => {
  it('counts what is unread, and what has failed', () => {
    show('unread')
    expect(screen.getByText('3')).toHaveTextContent('3 unread conversations')
    show('failed')
    expect(screen.getByText('99+')).toHaveTextContent('99+ failed messages')
  })

  it.each([
    ['open', {}],
    ['archived', {}],
    ['failed', { failed: 0 }],
  ])('is not there for %s with %p', (folder, over) => {
    const { container } = show(folder, over)
    expect(container).toBeEmptyDOMElement()
  })
})
