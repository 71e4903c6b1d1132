import { fireEvent, screen, waitFor, within } from '@redwoodjs/testing/web'

import ChannelPage from 'src/pages/ChannelPage'
import ChannelsPage from 'src/pages/ChannelsPage'
import { aChannel, ADMIN, AGENT, aRule } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import { Empty, Failure, Loading } from './ChannelsCell'
import { standard } from './ChannelsCell.mock'

let written: { name: string; variables: unknown }[]

const serve = (
  name: string,
  answer: (variables: Record<string, unknown>) => Record<string, unknown>
) =>
  mockGraphQLMutation(name, (variables) => {
    written.push({ name, variables })
    return answer(variables)
  })

const press = (name: string | RegExp) =>
  fireEvent.click(screen.getByRole('button', { name }))
const write = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

beforeEach(() => {
  written = []
  // Of the 400 that there are, each makes every look for a button slower.
  jest.spyOn(Intl, 'supportedValuesOf').mockReturnValue(['Europe/Berlin'])
  mockCurrentUser(ADMIN)
  mockGraphQLQuery('ChannelsQuery', standard)
})

describe('ChannelsCell', () => {
  it('shows rows to come while it loads', () => {
    renderInPage(<Loading />)
    expect(screen.getByRole('status')).toHaveTextContent(/^Loading/)
  })

  it('says what a channel is where there is none', () => {
    renderInPage(<Empty />)
    expect(screen.getByText('No channels yet')).toBeInTheDocument()
  })

  it('offers another try when it fails', () => {
    const refetch = jest.fn()
    renderInPage(
      <Failure error={new Error('no')} queryResult={{ refetch } as never} />
    )
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
    expect(refetch).toHaveBeenCalledTimes(1)
  })
})

describe('the page of channels', () => {
  it('lists them: address, kinds, hours, replies', async () => {
    renderInPage(<ChannelsPage />)
    const list = await screen.findByRole('list', { name: 'Channels' })
    const [main, alerts] = within(list).getAllByRole('listitem')
    expect(main).toHaveTextContent(
      /Main number.*DefaultSMS, Call · Closed now · 1 automatic reply$/
    )
    expect(alerts).toHaveTextContent(/^Alerts720123SMS$/)
  })

  it('is for administrators', async () => {
    mockCurrentUser(AGENT)
    renderInPage(<ChannelsPage />)
    expect(
      await screen.findByText('This page is for administrators')
    ).toBeInTheDocument()
    // Nothing but the account menu.
    expect(screen.getByRole('button')).toHaveAccessibleName(/^Account/)
  })

  it('takes a new one, with its hours', async () => {
    serve('CreateChannelMutation', ({ input }) => ({
      channel: aChannel({ id: 'new', ...(input as object), openingHours: [] }),
    }))
    renderInPage(<ChannelsPage />)
    await screen.findByRole('list', { name: 'Channels' })
    press('New channel')
    write('Name', 'Shop')
    write('Address', '+15005550007')
    write('Segments per second', '3')
    write('Time zone', 'Europe/Berlin')
    fireEvent.click(screen.getByLabelText('WhatsApp'))
    press('Monday: add hours')
    write('Monday, from', '18:00')
    write('Monday, to', '00:00')
    press('Tuesday: add hours')
    press('Tuesday: remove 09:00 to 17:00')
    write('Holiday', '2026-12-25')
    press('Add')
    press('Save')
    await waitFor(() =>
      expect(written).toEqual([
        {
          name: 'CreateChannelMutation',
          variables: {
            input: {
              name: 'Shop',
              address: '+15005550007',
              kinds: ['SMS', 'WHATSAPP'],
              segmentsPerSecond: 3,
              timeZone: 'Europe/Berlin',
              isDefault: false,
              openingHours: [{ weekday: 1, from: '18:00', to: '24:00' }],
              holidays: ['2026-12-25'],
            },
          },
        },
      ])
    )
  })
})

describe('the page of one channel', () => {
  const open = async (id = 'h1') => {
    renderInPage(<ChannelPage id={id} />)
    return screen.findByRole('list', { name: 'Automatic replies' })
  }

  it('shows its rules in their order', async () => {
    const [first, second] = within(await open()).getAllByRole('listitem')
    expect(first).toHaveTextContent(
      /^Message has menuThanks for writing to {channel}.SMS · at most once in 1 hour$/
    )
    expect(second).toHaveTextContent(/^Every message \(off\)/)
  })

  it('orders them', async () => {
    serve('OrderAutoRepliesMutation', () => ({
      channel: aChannel({ autoReplies: [] }),
    }))
    await open()
    press('Move down: Message has menu')
    await waitFor(() =>
      expect(written).toEqual([
        {
          name: 'OrderAutoRepliesMutation',
          variables: { channelId: 'h1', ids: ['a2', 'a1'] },
        },
      ])
    )
  })

  it('takes a new rule, and shows it', async () => {
    serve('CreateAutoReplyMutation', ({ input }) => ({
      channel: aChannel({
        autoReplies: [aRule({ id: 'a3', ...(input as object) })],
      }),
    }))
    await open()
    press('New automatic reply')
    write('Answers', 'KEYWORD')
    write('Keywords', 'hours, opening times ,')
    write('Text', 'We open {opensAt}.')
    write('In one conversation', '0')
    press('Save')
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    )
    expect(screen.getByText('We open {opensAt}.')).toBeInTheDocument()
    expect(written).toEqual([
      {
        name: 'CreateAutoReplyMutation',
        variables: {
          channelId: 'h1',
          input: {
            kinds: ['SMS', 'WHATSAPP'],
            condition: 'KEYWORD',
            keywords: ['hours', 'opening times'],
            wholeMessage: false,
            text: 'We open {opensAt}.',
            cooldownSeconds: 0,
            isEnabled: true,
          },
        },
      },
    ])
  })

  it('keeps what was written, and says why, when the server refuses it', async () => {
    mockGraphQLMutation('CreateAutoReplyMutation', (_variables, { ctx }) => {
      ctx.errors([{ message: '{surname} stands for nothing.' }] as never)
      return {}
    })
    await open()
    press('New automatic reply')
    write('Text', 'Hello {surname}')
    press('Save')
    expect(
      await screen.findByText('{surname} stands for nothing.')
    ).toBeInTheDocument()
    expect(screen.getByLabelText('Text')).toHaveValue('Hello {surname}')
  })

  it('deletes a rule, after asking', async () => {
    serve('DeleteAutoReplyMutation', () => ({ channel: aChannel() }))
    await open()
    press('Delete: Message has menu')
    expect(written).toEqual([])
    press('Delete')
    await waitFor(() =>
      expect(written).toEqual([
        { name: 'DeleteAutoReplyMutation', variables: { id: 'a1' } },
      ])
    )
  })

  it('is not deleted while it is the default one', async () => {
    await open()
    expect(
      screen.queryByRole('button', { name: 'Delete Main number' })
    ).not.toBeInTheDocument()
  })
})
