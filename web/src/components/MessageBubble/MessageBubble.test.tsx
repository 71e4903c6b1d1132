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

  it('shows that it was removed, and not what it said', () => {
    show({ body: 'A secret', removedAt: '2026-03-03T10:05:00.000Z' })
    expect(screen.getByText('This message was removed.')).toBeInTheDocument()
    expect(screen.queryByText('A secret')).not.toBeInTheDocument()
  })

  it('says calmly that its text is kept no longer, and its file', () => {
    const removedAt = '2026-06-02T10:05:00.000Z'
    show({
      body: null,
      createdAt: '2026-03-03T10:00:00.000Z',
      redactedAt: '2026-06-01T10:05:00.000Z',
      media: [aMedia({ url: null, removedAt })],
    })
    expect(screen.getByText('Text removed after 90 days')).toBeInTheDocument()
    expect(screen.getByText('File removed')).toBeInTheDocument()
  })

  it('shows that it was edited', () => {
    show({ editedAt: '2026-03-03T10:05:00.000Z' })
    expect(screen.getByText('Edited')).toBeInTheDocument()
  })

  it('says whom of several it did not reach', () => {
    show({ status: 'DELIVERED', missedBy: ['+14155530003', 'ada'] })
    expect(
      screen.getByText('It did not reach +1 415 553 0003, ada.')
    ).toBeInTheDocument()
  })

  it('has no ticks on what was received', () => {
    show({ direction: 'INBOUND', status: 'RECEIVED' })
    expect(
      screen
        .getAllByRole('button')
        .map((each) => each.getAttribute('aria-label'))
    ).toEqual(['Actions on this message'])
  })

  it('says that it is being sent, and nothing more, until the server has it', () => {
    render(
      <MessageBubble
        message={aMessage({ status: 'PENDING', body: 'Hello' })}
        isLast
        isSending
      />
    )
    expect(screen.getByText('Sending')).toBeInTheDocument()
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('shows markup as the letters that it is', () => {
    show({ body: '<b onclick="x()">bold</b>' })
    expect(screen.getByText(/<b onclick="x\(\)">bold<\/b>/)).toBeInTheDocument()
  })

  it('shows a place with the way to a map', () => {
    show({
      body: '',
      location: {
        __typename: 'Location',
        latitude: 37.77493,
        longitude: -122.41942,
        address: '<b>1 Dr Carlton B Goodlett Pl</b>',
        label: 'City Hall',
      },
    })
    const link = screen.getByRole('link', { name: /City Hall/ })
    expect(link).toHaveTextContent('<b>1 Dr Carlton B Goodlett Pl</b>')
    expect(link).toHaveAttribute(
      'href',
      'https://www.openstreetmap.org/?mlat=37.77493&mlon=-122.41942#map=16/37.77493/-122.41942'
    )
  })

  it.each([
    ['Yes', 'Pressed a button'],
    ['', 'Pressed: Yes'],
  ])('says that a button was pressed, beside "%s"', (body, words) => {
    const choice = { __typename: 'Choice', text: 'Yes', payload: 'confirm' }
    show({ direction: 'INBOUND', status: 'RECEIVED', body, choice })
    expect(screen.getByTitle('confirm')).toHaveTextContent(words)
  })

  it.each([
    ['{"size":{"shirt":"L"},"news":true}', 'size › shirtLnewstrue'],
    ['no JSON', 'no JSON'],
  ])('shows what was filled in: %s', (formData, words) => {
    show({ formData })
    const form = screen.getByText('Filled in a form').closest('details')
    expect(form?.querySelector('dl')).toHaveTextContent(words)
  })

  it('quotes what it answers, and leads there', () => {
    show({
      repliedToSid: 'SM0',
      repliedTo: {
        __typename: 'Message',
        id: 'm0',
        direction: 'OUTBOUND',
        body: 'Shall we deliver today?',
        media: [],
      },
    })
    expect(
      screen.getByRole('link', { name: 'Shall we deliver today?' })
    ).toHaveAttribute('href', '#message-m0')
  })

  it('says so where what it answers is not here', () => {
    show({ repliedToSid: 'SM0' })
    expect(
      screen.getByText('An answer to a message that is not here.')
    ).toBeInTheDocument()
  })
})
