import {
  readChoice,
  readFormData,
  readLocation,
  readRepliedSid,
} from './received'

describe('a place', () => {
  it('is told with its name and its address', () => {
    expect(
      readLocation({
        Latitude: '52.5170',
        Longitude: '-13.3889',
        Address: 'Unter den Linden 1',
        Label: 'Café',
      })
    ).toEqual({
      latitude: 52.517,
      longitude: -13.3889,
      address: 'Unter den Linden 1',
      label: 'Café',
    })
  })

  it('may have neither', () => {
    expect(readLocation({ Latitude: '0', Longitude: '0', Label: '' })).toEqual({
      latitude: 0,
      longitude: 0,
      address: null,
      label: null,
    })
  })

  it.each([
    [{}],
    [null],
    ['text'],
    [{ Latitude: '52.5' }],
    [{ Latitude: '', Longitude: '' }],
    [{ Latitude: '91', Longitude: '0' }],
    [{ Latitude: '0', Longitude: '-181' }],
    [{ Latitude: 'NaN', Longitude: '0' }],
    [{ Latitude: '1"><script>', Longitude: '0' }],
    [{ Latitude: { a: 1 }, Longitude: ['x'] }],
  ])('is none: %j', (params) => {
    expect(readLocation(params)).toBeNull()
  })
})

describe('a choice', () => {
  it.each([
    [{ ButtonText: 'Yes', ButtonPayload: 'confirm' }, 'Yes', 'confirm'],
    [{ ButtonText: 'Yes' }, 'Yes', null],
    [{ ButtonPayload: 'confirm' }, 'confirm', 'confirm'],
    [{ ListTitle: 'Monday', ListId: 'mon' }, 'Monday', 'mon'],
    [{ ButtonText: ['Yes', 'No'] }, 'Yes', null],
  ])('is read from %j', (params, text, payload) => {
    expect(readChoice(params)).toEqual({ text, payload })
  })

  it('is none where nothing was pressed', () => {
    expect(readChoice({ ButtonText: '', Body: 'Yes' })).toBeNull()
  })
})

it('what was filled in and what is answered are as Twilio says', () => {
  expect(readFormData({ InteractiveData: '{"a":1}' })).toEqual('{"a":1}')
  expect(readFormData({ FlowData: '{"b":1}' })).toEqual('{"b":1}')
  expect(readFormData({})).toBeNull()
  expect(readRepliedSid({ OriginalRepliedMessageSid: 'SM1' })).toEqual('SM1')
  expect(readRepliedSid(undefined)).toBeNull()
})
