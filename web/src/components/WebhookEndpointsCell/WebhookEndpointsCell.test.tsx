import { fireEvent, screen, waitFor, within } from '@redwoodjs/testing/web'

import IntegrationsPage from 'src/pages/IntegrationsPage'
import { AGENT, VIEWER } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import { Empty, Failure, Loading } from './WebhookEndpointsCell'
import { aDelivery, anEndpoint, standard } from './WebhookEndpointsCell.mock'

describe('WebhookEndpointsCell', () => {
  it('loads', () => {
    renderInPage(<Loading />)
    expect(screen.getByRole('status')).toHaveTextContent(/^Loading/)
  })

  it('says where an address comes from when there is none', () => {
    renderInPage(<Empty />)
    expect(screen.getByText('No endpoints yet')).toBeInTheDocument()
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

describe('the page of integrations', () => {
  let written: { name: string; variables: unknown }[]
  const asked = jest.fn()

  const serve = (name: string, answer: () => Record<string, unknown>) =>
    mockGraphQLMutation(name, (variables) => {
      written.push({ name, variables })
      return answer()
    })

  beforeEach(() => {
    written = []
    asked.mockClear()
    mockCurrentUser({ ...AGENT, roles: ['ADMIN'] })
    mockGraphQLQuery('WebhookEndpointsQuery', () => {
      asked()
      return standard()
    })
    mockGraphQLQuery('WebhookDeliveriesQuery', () => ({
      webhookDeliveries: {
        edges: [
          { cursor: '1', node: aDelivery() },
          {
            cursor: '2',
            node: aDelivery({
              id: 'd2',
              type: 'message.status',
              status: 'FAILED',
              attempts: 10,
              responseStatus: null,
              responseBody: null,
              error: 'It can not be reached (ECONNREFUSED).',
            }),
          },
        ],
        pageInfo: { hasNextPage: false, endCursor: '2' },
      },
    }))
    serve('CreateWebhookEndpointMutation', () => ({
      created: {
        secret: 'whsec_c2VjcmV0',
        endpoint: anEndpoint({ id: 'e3', url: 'https://new.example.com/' }),
      },
    }))
    serve('UpdateWebhookEndpointMutation', () => ({
      updateWebhookEndpoint: anEndpoint({ description: 'Invoices' }),
    }))
    serve('DeleteWebhookEndpointMutation', () => ({
      deleteWebhookEndpoint: { __typename: 'WebhookEndpoint', id: 'e1' },
    }))
    serve('RotateWebhookSecretMutation', () => ({
      rotated: { secret: 'whsec_bmV3' },
    }))
    serve('SendTestWebhookMutation', () => ({ sent: aDelivery() }))
    serve('ReplayWebhookDeliveryMutation', () => ({
      replayWebhookDelivery: aDelivery({
        id: 'd2',
        status: 'PENDING',
        attempts: 0,
      }),
    }))
    serve('ReplayFailedWebhooksMutation', () => ({ replayed: 1 }))
  })

  const open = async () => {
    renderInPage(<IntegrationsPage />)
    return screen.findByRole('list', { name: 'Endpoints' })
  }
  const press = (name: string | RegExp) =>
    fireEvent.click(screen.getByRole('button', { name }))
  const openDeliveries = () =>
    fireEvent.click(
      screen.getAllByRole('button', { name: 'Deliveries' })[0] as HTMLElement
    )
  const write = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } })

  it.each([AGENT, VIEWER])('is not for %p, and asks nothing', (who) => {
    mockCurrentUser(who)
    renderInPage(<IntegrationsPage />)
    expect(
      screen.getByText('This page is for administrators')
    ).toBeInTheDocument()
    expect(asked).not.toHaveBeenCalled()
  })

  it('lists the endpoints, and says why one is disabled', async () => {
    const list = await open()
    const [first, second] = within(list).getAllByRole('listitem')
    expect(first).toHaveTextContent('Orders to the CRM')
    expect(first).toHaveTextContent('message.received · message.status')
    expect(second).toHaveTextContent('It answered 410: it is gone.')
    expect(second).toHaveTextContent('3 failed')
    expect(
      screen.getByRole('button', {
        name: 'Send a test to https://old.example.com',
      })
    ).toBeDisabled()
  })

  it('makes one, and shows its secret once', async () => {
    await open()
    press('New endpoint')
    write('Address', 'https://new.example.com')
    fireEvent.click(screen.getByLabelText(/A message’s status changed/))
    fireEvent.click(screen.getByLabelText(/With the texts of the messages/))
    press('Save')
    expect(await screen.findByText('whsec_c2VjcmV0')).toBeInTheDocument()
    expect(written).toEqual([
      {
        name: 'CreateWebhookEndpointMutation',
        variables: {
          input: {
            url: 'https://new.example.com',
            description: '',
            events: [
              'message.received',
              'conversation.opened',
              'conversation.archived',
            ],
            includesBodies: false,
            isEnabled: true,
          },
        },
      },
    ])
    press('I have it')
    await waitFor(() =>
      expect(screen.queryByText('whsec_c2VjcmV0')).not.toBeInTheDocument()
    )
    expect(screen.getByText('https://new.example.com/')).toBeInTheDocument()
  })

  it('saves nothing without an address or without an event', async () => {
    await open()
    press('New endpoint')
    press('Save')
    expect(await screen.findByText(/Write the whole address/)).toBeVisible()
    write('Address', 'https://new.example.com')
    for (const box of screen.getAllByRole('checkbox').slice(0, 4)) {
      fireEvent.click(box)
    }
    press('Save')
    expect(await screen.findByText(/Choose an event/)).toBeVisible()
    expect(written).toEqual([])
  })

  it('changes one, starting from what it was', async () => {
    await open()
    press('Edit https://hooks.example.com/orders')
    expect(screen.getByLabelText('Address')).toHaveValue(
      'https://hooks.example.com/orders'
    )
    expect(
      screen.getByLabelText(/A conversation was archived/)
    ).not.toBeChecked()
    write('What it is for', 'Invoices')
    press('Save')
    expect(await screen.findByText('Invoices')).toBeInTheDocument()
    expect(written).toMatchObject([
      {
        name: 'UpdateWebhookEndpointMutation',
        variables: {
          id: 'e1',
          input: { events: ['message.received', 'message.status'] },
        },
      },
    ])
  })

  it('deletes one, after asking', async () => {
    await open()
    press('Delete https://hooks.example.com/orders')
    expect(written).toEqual([])
    press('Delete')
    await waitFor(() =>
      expect(screen.queryByText('Orders to the CRM')).not.toBeInTheDocument()
    )
  })

  it('shows a new secret', async () => {
    await open()
    press('New secret for https://hooks.example.com/orders')
    press('Make a new one')
    expect(await screen.findByText('whsec_bmV3')).toBeInTheDocument()
  })

  it('shows what was sent and answered, and replays one or all', async () => {
    await open()
    openDeliveries()
    const list = await screen.findByRole('list', { name: 'Deliveries' })
    const [first, second] = within(list).getAllByRole('listitem') as [
      HTMLElement,
      HTMLElement,
    ]
    expect(first).toHaveTextContent('Answered 200')
    expect(first).toHaveTextContent('"from": "+14155550101"')
    expect(first).toHaveTextContent('thanks')
    expect(second).toHaveTextContent(
      'Given up. It can not be reached (ECONNREFUSED).'
    )
    fireEvent.click(within(second).getByRole('button', { name: /^Replay/ }))
    await waitFor(() => expect(second).toHaveTextContent('About to be sent'))
    expect(written).toEqual([
      { name: 'ReplayWebhookDeliveryMutation', variables: { id: 'd2' } },
    ])
  })

  it('replays all that failed', async () => {
    await open()
    openDeliveries()
    fireEvent.click(
      await screen.findByRole('button', { name: 'Replay all that failed' })
    )
    await waitFor(() =>
      expect(written).toEqual([
        {
          name: 'ReplayFailedWebhooksMutation',
          variables: { endpointId: 'e1' },
        },
      ])
    )
  })
})
