import { render, screen } from '@redwoodjs/testing/web'

import type { FolderKey } from 'src/lib/folders/folders'

import FolderBadge from './FolderBadge'

const counts = {
  open: 1250,
  unread: 3,
  mine: 0,
  unassigned: 7,
  snoozed: 0,
  archived: 98_400,
  failed: 100,
}
const show = (folder: FolderKey) =>
  render(<FolderBadge folder={folder} counts={counts} />).container

describe('FolderBadge', () => {
  it.each([
    ['unread', '3 unread conversations'],
    ['failed', '99+ failed messages'],
    ['unassigned', '7 conversations'],
    ['open', '1.3K conversations'],
    ['archived', '98.4K conversations'],
  ] as const)('says of %s: %s', (folder, said) => {
    expect(show(folder)).toHaveTextContent(said)
    expect(screen.getByText(/conversations|messages/)).toHaveClass('sr-only')
  })

  it.each(['mine', 'snoozed'] as const)('is not there for %s', (folder) => {
    expect(show(folder)).toBeEmptyDOMElement()
  })
})
