import { fireEvent, screen, waitFor, within } from '@redwoodjs/testing/web'

import SetupPage from 'src/pages/SetupPage'
import { AGENT, VIEWER } from 'src/testing/fixtures'
import { renderInPage } from 'src/testing/renderInPage'

import { Empty, Failure, isEmpty, Loading, Success } from './SetupCell'
import {
  aSelfTest,
  aSender,
  aStep,
  aUrl,
  standard,
  waiting,
} from './SetupCell.mock'

const show = (setup = standard()) => renderInPage(<Success {...setup} />)

describe('SetupCell', () => {
  it('loads', () => {
    renderInPage(<Loading />)
    expect(screen.getByRole('status')).toHaveTextContent('Asking Twilio')
  })

  it('says what to do where there is no sender', () => {
    expect(isEmpty(standard({ senders: [] }))).toBe(true)
    expect(isEmpty(standard())).toBe(false)
    renderInPage(<Empty />)
    expect(screen.getByText('There is no sender yet')).toBeInTheDocument()
  })

  it('offers another try when it fails', () => {
    renderInPage(<Failure error={new Error('no')} />)
    expect(screen.getByRole('button', { name: 'Retry' })).toBeInTheDocument()
  })

  it('says that all is set', () => {
    show()
    expect(screen.getByRole('status')).toHaveTextContent(
      'All addresses are set as they should be.'
    )
    const sender = screen.getByRole('region', { name: 'Main number' })
    expect(sender).toHaveTextContent('Set')
    expect(
      within(sender).getByRole('button', { name: 'Copy: Inbound messages' })
    ).toBeInTheDocument()
  })

  it('sets what is there beside what belongs there', () => {
    show(
      standard({
        senders: [
          aSender({
            urls: [
              aUrl({
                state: 'OTHER',
                current: 'https://old.example.com/sms',
                note: 'Another address is set.',
              }),
              aUrl({ purpose: 'CALLS', state: 'MISSING', current: null }),
            ],
          }),
        ],
      })
    )
    expect(screen.getByRole('status')).toHaveTextContent(
      '2 addresses are still to be set'
    )
    expect(screen.getByText('Set at Twilio')).toBeInTheDocument()
    expect(screen.getByText('Not set')).toBeInTheDocument()
  })

  it('says what could not be looked up, and that Twilio can not reach us', () => {
    show(
      standard({
        isReachable: false,
        publicOrigin: 'http://localhost:8910',
        senders: [aSender({ urls: [aUrl({ state: 'UNKNOWN' })] })],
      })
    )
    expect(screen.getByRole('status')).toHaveTextContent(
      '1 could not be looked up'
    )
    expect(screen.getByRole('alert')).toHaveTextContent('API_BASE_URL')
  })
})

describe('the setup page', () => {
  const asked = jest.fn()
  let started: unknown[]
  let answer: ReturnType<typeof aSelfTest>

  beforeEach(() => {
    asked.mockClear()
    started = []
    answer = aSelfTest()
    mockCurrentUser({ ...AGENT, roles: ['ADMIN'] })
    mockGraphQLQuery('SetupQuery', () => {
      asked()
      return standard()
    })
    mockGraphQLQuery('SendersQuery', () => ({ senders: ['+15005550006'] }))
    mockGraphQLMutation('StartSelfTestMutation', (variables) => {
      started.push(variables)
      return { started: aSelfTest() }
    })
    mockGraphQLQuery('SelfTestQuery', () => ({ selfTest: answer }))
  })

  it.each([AGENT, VIEWER])('is not for %p, and asks nothing', (who) => {
    mockCurrentUser(who)
    renderInPage(<SetupPage />)
    expect(
      screen.getByText('This page is for administrators')
    ).toBeInTheDocument()
    expect(asked).not.toHaveBeenCalled()
  })

  const start = async () => {
    renderInPage(<SetupPage />)
    fireEvent.change(screen.getByLabelText('A phone that you hold'), {
      target: { value: ' +14155550101 ' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Start the self-test' }))
    return screen.findByRole('list', { name: 'Steps of the self-test' })
  }

  it('asks for a phone first', async () => {
    renderInPage(<SetupPage />)
    fireEvent.click(screen.getByRole('button', { name: 'Start the self-test' }))
    expect(await screen.findByText('Whose phone is it?')).toBeInTheDocument()
    expect(started).toEqual([])
  })

  it('follows a message step by step', async () => {
    answer = aSelfTest({ simulatorUrl: 'http://localhost:8912' })
    const steps = await start()
    expect(started).toEqual([{ to: '+14155550101' }])
    expect(steps).toHaveTextContent('Twilio took the message')
    expect(steps).toHaveTextContent('after 0.4 s')
    expect(steps).toHaveTextContent('Waiting for the delivery')
    expect(
      screen.getByRole('link', { name: 'To the handset' })
    ).toHaveAttribute('href', 'http://localhost:8912')
  })

  it('says that everything works', async () => {
    answer = aSelfTest({
      isOver: true,
      steps: [
        aStep('CREATED'),
        aStep('CALLED_BACK'),
        aStep('DELIVERED'),
        aStep('ANSWERED'),
      ],
    })
    await start()
    await waitFor(() =>
      expect(screen.getByText(/Everything works/)).toBeInTheDocument()
    )
  })

  it('says where it stopped, and why', async () => {
    answer = aSelfTest({
      isOver: true,
      steps: [
        aStep('CREATED', {
          state: 'FAILED',
          at: null,
          milliseconds: null,
          problem: 'The number is not valid.',
        }),
        aStep('CALLED_BACK', waiting),
        aStep('DELIVERED', waiting),
        aStep('ANSWERED', waiting),
      ],
    })
    const steps = await start()
    expect(steps).toHaveTextContent('Twilio did not take the message')
    expect(steps).toHaveTextContent('The number is not valid.')
    expect(steps).not.toHaveTextContent('Waiting')
    expect(screen.getByText('It stopped on its way.')).toBeInTheDocument()
  })
})
