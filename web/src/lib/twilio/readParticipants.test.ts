import { readParticipants } from './readParticipants'

describe('who is to take part', () => {
  it.each([
    ['+1 (415) 555-0100', [{ address: '+1 (415) 555-0100' }]],
    ['whatsapp:+14155550100', [{ address: 'whatsapp:+14155550100' }]],
    ['ada@example.com', [{ identity: 'ada@example.com' }]],
    [
      ' ada \n\n+14155550100\n',
      [{ identity: 'ada' }, { address: '+14155550100' }],
    ],
    ['', []],
  ])('is read from %j', (text, participants) => {
    expect(readParticipants(text)).toEqual(participants)
  })
})
