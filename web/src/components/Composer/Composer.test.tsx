import { render, screen } from '@redwoodjs/testing/web'

import { aConversation, AGENT, VIEWER } from 'src/testing/fixtures'

import Composer from './Composer'

const open = (over = {}) =>
  render(<Composer conversation={aConversation(over)} />)

const box = () => screen.queryByRole('textbox', { name: 'Message' })

describe('Composer', () => {
  it.each(['ADMIN', 'AGENT'] as const)('lets an %s write', (role) => {
    mockCurrentUser({ ...AGENT, roles: [role] })
    open()
    expect(box()).toBeInTheDocument()
  })

  it('gives a VIEWER a reason instead', () => {
    mockCurrentUser(VIEWER)
    open()
    expect(box()).not.toBeInTheDocument()
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
    expect(screen.getByText(/You can read along/)).toBeInTheDocument()
  })

  it('says that a channel can not be answered yet', () => {
    mockCurrentUser(AGENT)
    open({ channel: 'WHATSAPP' })
    expect(box()).not.toBeInTheDocument()
    expect(screen.getByText(/not answered yet/)).toBeInTheDocument()
  })
})
