import { fireEvent, render, screen } from '@redwoodjs/testing/web'

import { aMedia } from 'src/testing/fixtures'

import MessageMedia from './MessageMedia'

const show = (over: Parameters<typeof aMedia>[0]) =>
  render(<MessageMedia files={[aMedia(over)]} />)

describe('MessageMedia', () => {
  it('shows a picture in a box of its size, and opens it in a tab of its own', () => {
    show({ width: 4000, height: 3000 })
    const picture = screen.getByRole('img', { name: 'cat.jpg' })
    expect(picture).toHaveAttribute('src', '/.redwood/functions/media/f1')
    expect(picture).toHaveAttribute('loading', 'lazy')
    const link = screen.getByRole('link')
    expect(link).toHaveStyle({ width: '260px' })
    expect(link).toHaveAttribute('href', '/.redwood/functions/media/f1')
    expect(link).toHaveAttribute('target', '_blank')
  })

  it('shows several as squares of one size', () => {
    render(
      <MessageMedia
        files={[
          aMedia({ width: 4000, height: 3000 }),
          aMedia({ id: 'f2', width: 30, height: 4000 }),
        ]}
      />
    )
    for (const link of screen.getAllByRole('link')) {
      expect(link).toHaveStyle({ width: '128px' })
    }
    expect(screen.getAllByRole('img')).toHaveLength(2)
  })

  it('names a file that is no picture, with a way to it', () => {
    show({ contentType: 'application/pdf', name: 'bill.pdf', size: 41_200 })
    expect(screen.queryByRole('img')).not.toBeInTheDocument()
    expect(screen.getByRole('link')).toHaveTextContent('bill.pdf41 kB')
  })

  it('names a picture that we do not have', () => {
    show({ url: null, name: null })
    expect(screen.queryByRole('link')).not.toBeInTheDocument()
    expect(screen.getByRole('listitem')).toHaveTextContent('Picture41 kB')
  })

  it('names a picture that can not be shown', () => {
    show({})
    fireEvent.error(screen.getByRole('img'))
    expect(screen.queryByRole('img')).not.toBeInTheDocument()
    expect(screen.getByRole('link')).toHaveTextContent('cat.jpg')
  })
})
