import { fireEvent, render, screen, waitFor } from '@redwoodjs/testing/web'

import { useAuth } from 'src/auth'

import LoginPage from './LoginPage'

jest.mock('src/auth', () => ({ useAuth: jest.fn() }))

function setUp(answer: () => Promise<unknown>) {
  const logIn = jest.fn(answer)
  jest.mocked(useAuth).mockReturnValue({
    isAuthenticated: false,
    hasError: false,
    logIn,
    reauthenticate: jest.fn(),
  } as never)
  render(<LoginPage />)
  return logIn
}

function submit(email: string, password: string) {
  fireEvent.change(screen.getByLabelText('Email'), { target: { value: email } })
  fireEvent.change(screen.getByLabelText('Password'), {
    target: { value: password },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Log in' }))
}

describe('LoginPage', () => {
  it('logs in', async () => {
    const logIn = setUp(async () => ({}))
    submit('ada@x.test', 'secret')
    await waitFor(() =>
      expect(logIn).toHaveBeenCalledWith({
        username: 'ada@x.test',
        password: 'secret',
      })
    )
  })

  it('says what the server says', async () => {
    setUp(async () => ({ error: 'E-mail or password is wrong.' }))
    submit('ada@x.test', 'wrong')
    expect(
      await screen.findByText('E-mail or password is wrong.')
    ).toBeInTheDocument()
    expect(screen.getByLabelText('Email')).toHaveValue('ada@x.test')
  })

  it('says when the server is away', async () => {
    setUp(() => Promise.reject(new TypeError('fetch failed')))
    submit('ada@x.test', 'secret')
    expect(await screen.findByText(/could not be reached/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Log in' })).toBeEnabled()
  })

  it('asks for what is missing', async () => {
    const logIn = setUp(async () => ({}))
    fireEvent.click(screen.getByRole('button', { name: 'Log in' }))
    expect(
      await screen.findByText('Your e-mail is needed.')
    ).toBeInTheDocument()
    expect(screen.getByText('Your password is needed.')).toBeInTheDocument()
    expect(logIn).not.toHaveBeenCalled()
  })

  it('gives away no login', () => {
    setUp(async () => ({}))
    expect(document.body).not.toHaveTextContent(/demo/i)
  })
})
