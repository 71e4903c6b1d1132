import { render, screen } from '@redwoodjs/testing/web'

import { aMedia, aMessage } from 'src/testing/fixtures'

import MessageBubble from './MessageBubble'

const show = (over = {}) =>
  render(<MessageBubble message={aMessage(over)} isLast />)

describe('MessageBubble', () => {
  it.each([
    ['SENT', 'Sent'],
    ['DELIVERED', 'Delivered'],
    ['QUEUED', 'Queued'],
  ])('says %s aloud as "%s"', (status, label) => {
    show({ status })
    expect(screen.getByRole('button', { name: label })).toBeInTheDocument()
  })

  it('never says that an SMS was read', () => {
    show({ status: 'READ' })
    expect(screen.queryByText('Read')).not.toBeInTheDocument()
    expect(screen.getByText('Delivered')).toBeInTheDocument()
  })

  it('says why it failed, beside it', () => {
    show({ status: 'FAILED', errorMessage: 'The number does not exist.' })
    expect(screen.getByRole('button', { name: 'Failed' })).toBeInTheDocument()
    expect(screen.getByText(/The number does not exist\./)).toBeVisible()
  })

  it('says nothing of a message that is only just pending', () => {
    show({ status: 'PENDING', createdAt: new Date().toISOString() })
    expect(screen.queryByText(/goes out by itself/)).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Pending' })).toBeInTheDocument()
  })

  it('shows files by what they are', () => {
    show({
      body: null,
      media: [
        aMedia({ url: null, name: null }),
        aMedia({ id: 'f2', url: null, name: 'notes.bin', contentType: null }),
        aMedia({ id: 'f3' }),
      ],
    })
    const files = screen.getAllByRole('listitem')
    expect(files[0]).toHaveTextContent('Picture41 kB')
    expect(files[1]).toHaveTextContent('notes.bin')
    expect(screen.getByRole('img', { name: 'cat.jpg' })).toBeInTheDocument()
  })

  it('has no ticks on what was received', () => {
    show({ direction: 'INBOUND', status: 'RECEIVED' })
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('shows markup as the letters that it is', () => {
    show({ body: '<b onclick="x()">bold</b>' })
    expect(screen.getByText(/<b onclick="x\(\)">bold<\/b>/)).toBeInTheDocument()
  })
})
