import { screen } from '@redwoodjs/testing/web'

import { aCall, aMedia, aMessage } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import CallEntry from './CallEntry'

const show = (
  call: Parameters<typeof aCall>[0],
  message: Parameters<typeof aMessage>[0] = {}
) =>
  renderInPage(
    <CallEntry
      message={aMessage({ direction: 'INBOUND', channel: 'VOICE', ...message })}
      call={aCall(call)}
      isLast
    />
  )

describe('CallEntry', () => {
  it('says what became of the call, and how long it was', () => {
    show({ answer: 'SAY', recordedSeconds: null, durationSeconds: 72 })
    const entry = screen.getByRole('article', { name: 'Call answered' })
    expect(entry).toHaveTextContent('Heard the announcement')
    expect(entry).toHaveTextContent('Length: 1:12')
  })

  it('has no length where there was no answer', () => {
    show({ status: 'BUSY', recordedSeconds: null, durationSeconds: null })
    const entry = screen.getByRole('article', { name: 'Missed call' })
    expect(entry).toHaveTextContent('The line was busy')
    expect(entry).not.toHaveTextContent('Length')
  })

  it('has its voicemail', () => {
    const file = aMedia({ contentType: 'audio/mpeg', name: 'voicemail.mp3' })
    show({ recordedSeconds: 31 }, { media: [file] })
    const entry = screen.getByRole('article', { name: 'Voicemail' })
    expect(entry).toHaveTextContent('Length: 0:31')
    expect(screen.getByRole('listitem')).toBeInTheDocument()
  })
})
