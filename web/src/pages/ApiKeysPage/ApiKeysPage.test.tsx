import { fireEvent, screen, waitFor, within } from '@redwoodjs/testing/web'

import { Empty, Failure, Loading } from 'src/components/ApiKeysCell'
import { standard } from 'src/components/ApiKeysCell/ApiKeysCell.mock'
import { ADMIN } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import ApiKeysPage from './ApiKeysPage'

beforeEach(() => {
  mockCurrentUser(ADMIN)
  mockGraphQLQuery('ApiKeysQuery', standard)
})

it('shows what each key may, and whether it still lets in', async () => {
  renderInPage(<ApiKeysPage />)
  const list = await screen.findByRole('list', { name: 'API keys' })
  const [report, trial, old] = within(list).getAllByRole('listitem')
  expect(report).toHaveTextContent(/hg_abcdefgh….*READ, SEND.*Never used/)
  expect(trial).toHaveTextContent(/Expired/)
  expect(old).toHaveTextContent(/Revoked/)
  expect(
    within(old as HTMLElement).queryByRole('button')
  ).not.toBeInTheDocument()
})

it('makes a key, and shows it once', async () => {
  const asked: unknown[] = []
  mockGraphQLMutation('CreateApiKeyMutation', (variables) => {
    asked.push(variables)
    const [apiKey] = standard().apiKeys
    return { createApiKey: { key: 'hg_secret', apiKey } }
  })
  renderInPage(<ApiKeysPage />)
  fireEvent.click(await screen.findByRole('button', { name: 'New API key' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.change(within(dialog).getByLabelText('What uses it'), {
    target: { value: 'Report' },
  })
  fireEvent.click(within(dialog).getByLabelText(/administrators/))
  fireEvent.click(within(dialog).getByRole('button', { name: 'Make the key' }))
  expect(await within(dialog).findByText('hg_secret')).toBeInTheDocument()
  expect(asked).toEqual([
    {
      input: {
        name: 'Report',
        role: 'AGENT',
        scopes: ['READ', 'SEND', 'WORK'],
        expiresAt: null,
      },
    },
  ])
})

it('revokes after asking', async () => {
  const asked: unknown[] = []
  mockGraphQLMutation('RevokeApiKeyMutation', (variables) => {
    asked.push(variables)
    const [apiKey] = standard().apiKeys
    return {
      revokeApiKey: { ...apiKey, revokedAt: '2026-03-03T00:00:00Z' },
    }
  })
  renderInPage(<ApiKeysPage />)
  fireEvent.click(await screen.findByRole('button', { name: 'Revoke Report' }))
  expect(asked).toEqual([])
  fireEvent.click(await screen.findByRole('button', { name: 'Revoke' }))
  await waitFor(() => expect(asked).toEqual([{ id: 'k1' }]))
})

it('teaches where there are none, and offers another try when it fails', () => {
  renderInPage(<Empty />)
  expect(screen.getByText('No keys yet')).toBeInTheDocument()
  renderInPage(<Loading />)
  expect(screen.getByText('Loading the keys')).toBeInTheDocument()
  const refetch = jest.fn()
  renderInPage(
    <Failure error={new Error('no')} queryResult={{ refetch } as never} />
  )
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
  expect(refetch).toHaveBeenCalledTimes(1)
})
