import { explainRefusal, webhookName } from './refusals'

describe('explainRefusal', () => {
  it.each([
    ['MISSING_SIGNATURE', 'no signature', 'X-Twilio-Signature'],
    ['WRONG_TOKEN', 'auth token', 'TWILIO_AUTH_TOKEN'],
    ['OTHER_URL', 'another address', 'API_BASE_URL'],
    ['TOO_LARGE', '64 KB', 'nothing to do'],
    ['WRONG_METHOD', 'not a POST', 'HTTP POST'],
  ])('says what %s is and what mends it', (reason, what, next) => {
    expect(explainRefusal(reason).what).toContain(what)
    expect(explainRefusal(reason).next).toContain(next)
  })

  it('keeps a reason that it does not know', () => {
    expect(explainRefusal('NEWS').what).toBe('NEWS')
    expect(webhookName('twilioFax')).toBe('twilioFax')
  })
})
