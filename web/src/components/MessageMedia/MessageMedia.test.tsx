import { useState } from 'react'

import { fireEvent, screen, waitFor } from '@redwoodjs/testing/web'

import MediaGallery from 'src/components/MediaGallery'
import { ThreadContext } from 'src/lib/thread/threadContext'
import { AGENT, aMedia, aMessage } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import MessageMedia from './MessageMedia'

type Media = Parameters<typeof aMedia>[0]

/** A thread of messages that have these files. */
const Messages = ({ files }: { files: Media[][] }) => {
  const [shownId, setShownId] = useState<string | null>(null)
  const messages = files.map((media) => aMessage({ media: media.map(aMedia) }))
  const context = {
    ...{ goTo: () => {}, linkTo: () => '', sendAgain: () => {} },
    showPicture: setShownId,
  }
  return (
    <ThreadContext.Provider value={context}>
      {messages.map(({ media }, index) => (
        <MessageMedia key={index} files={media} />
      ))}
      <MediaGallery messages={messages} shownId={shownId} onShow={setShownId} />
    </ThreadContext.Provider>
  )
}

const show = (...files: Media[]) => renderInPage(<Messages files={[files]} />)

const pictures = [
  { id: 'f1', name: 'one.jpg' },
  { id: 'f2', name: 'two.jpg', url: '/.redwood/functions/media/f2' },
  { id: 'f3', name: 'bill.pdf', contentType: 'application/pdf' },
  { id: 'f4', name: 'three.jpg', url: '/.redwood/functions/media/f4' },
]

describe('a picture', () => {
  it('is shown in a box of its size, by its thumbnail', () => {
    show({ width: 4000, height: 3000, thumbnailUrl: '/thumbnail' })
    const picture = screen.getByRole('img', { name: 'cat.jpg' })
    expect(picture).toHaveAttribute('src', '/thumbnail')
    expect(picture).toHaveAttribute('loading', 'lazy')
    expect(screen.getByRole('button')).toHaveStyle({ width: '260px' })
  })

  it('that is small is shown as it is', () => {
    show({})
    expect(screen.getByRole('img')).toHaveAttribute(
      'src',
      '/.redwood/functions/media/f1'
    )
  })

  it('is a square among others', () => {
    show({ width: 4000, height: 3000 }, { id: 'f2', width: 30, height: 4000 })
    for (const button of screen.getAllByRole('button')) {
      expect(button).toHaveStyle({ width: '128px' })
    }
    expect(screen.getAllByRole('img')).toHaveLength(2)
  })

  it('that can not be shown is named, with a way to it', () => {
    show({})
    fireEvent.error(screen.getByRole('img'))
    expect(screen.queryByRole('img')).not.toBeInTheDocument()
    expect(screen.getByRole('link')).toHaveTextContent('cat.jpg')
  })
})

describe('the viewer', () => {
  const open = async (name: string) => {
    // Of two messages.
    renderInPage(<Messages files={[pictures.slice(0, 1), pictures.slice(1)]} />)
    const button = screen.getByRole('button', { name: `Show ${name}` })
    button.focus()
    fireEvent.click(button)
    return screen.findByRole('dialog', { name })
  }

  const press = (key: string) =>
    fireEvent.keyDown(screen.getByRole('dialog'), { key })

  it('shows the picture itself, and goes through the others by keys', async () => {
    const dialog = await open('two.jpg')
    expect(dialog).toHaveTextContent('2 of 3')
    press('ArrowRight')
    expect(dialog).toHaveAccessibleName('three.jpg')
    press('ArrowRight')
    expect(dialog).toHaveAccessibleName('three.jpg')
    press('ArrowLeft')
    press('ArrowLeft')
    expect(dialog).toHaveAccessibleName('one.jpg')
    expect(
      screen.getByRole('button', { name: 'Previous picture' })
    ).toBeDisabled()
    fireEvent.click(screen.getByRole('button', { name: 'Next picture' }))
    expect(dialog).toHaveAccessibleName('two.jpg')
    expect(screen.getByRole('link', { name: 'Download' })).toHaveAttribute(
      'href',
      '/.redwood/functions/media/f2'
    )
  })

  it('closes by Escape', async () => {
    await open('one.jpg')
    press('Escape')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Show one.jpg' })).toHaveFocus()
    )
  })

  it('closes by its button', async () => {
    await open('one.jpg')
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })
})

describe('a recording', () => {
  it.each([
    ['audio/mpeg', 'AUDIO'],
    ['audio/ogg', 'AUDIO'],
    ['video/mp4', 'VIDEO'],
  ])('%s is played here, and not loaded before', (contentType, tag) => {
    show({ contentType, name: 'recording' })
    const player = screen.getByLabelText('recording')
    expect(player.tagName).toEqual(tag)
    expect(player).toHaveAttribute('preload', 'none')
    expect(player).toHaveAttribute('src', '/.redwood/functions/media/f1')
  })

  it.each(['audio/amr', 'video/3gpp'])('%s can be saved', (contentType) => {
    show({ contentType, name: 'recording' })
    expect(screen.getByRole('link')).toHaveTextContent('recording')
  })

  it('that can not be played can be saved', () => {
    show({ contentType: 'video/mp4', name: 'film.mp4' })
    fireEvent.error(screen.getByLabelText('film.mp4'))
    expect(screen.getByRole('link')).toHaveTextContent('film.mp4')
  })
})

describe('any other file', () => {
  it('is named, with a way to it', () => {
    show({ contentType: 'application/pdf', name: 'bill.pdf', size: 41_200 })
    expect(screen.queryByRole('img')).not.toBeInTheDocument()
    expect(screen.getByRole('link')).toHaveTextContent('bill.pdf41 kB')
  })

  it('that we do not have is named', () => {
    show({ url: null, name: null })
    expect(screen.queryByRole('link')).not.toBeInTheDocument()
    expect(screen.getByRole('listitem')).toHaveTextContent('Picture41 kB')
  })

  it('that is being fetched says so', () => {
    show({ url: null, name: null, size: null, fetching: true })
    expect(screen.getByRole('listitem')).toHaveTextContent('PictureLoading …')
  })

  it('that could not be fetched says why', () => {
    const problem = 'Its address is not a public one.'
    show({ url: null, name: null, size: null, problem })
    expect(screen.getByRole('listitem')).toHaveTextContent(
      `PictureCould not be loaded. ${problem}`
    )
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('that could not be fetched can be tried again by who may write', async () => {
    mockCurrentUser(AGENT)
    const asked: object[] = []
    mockGraphQLMutation('FetchMediaAgainMutation', (variables) => {
      asked.push(variables)
      return { fetchMediaAgain: aMessage() }
    })
    show({ id: 'f9', url: null, problem: 'It could not be kept.' })
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(asked).toEqual([{ id: 'f9' }]))
  })
})
