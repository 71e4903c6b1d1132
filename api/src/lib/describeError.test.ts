import { describeError } from './describeError'

it('says what an error is, and where it came from', () => {
  const error = Object.assign(new TypeError('It broke'), { code: '40P01' })
  expect(describeError(error)).toEqual({
    name: 'TypeError',
    code: '40P01',
    message: 'It broke',
    stack: expect.stringContaining('describeError.test.ts'),
  })
})

it('says nothing of what else hangs on it', () => {
  const error = Object.assign(new Error('duplicate key value'), {
    detail: 'Key (body)=(Is it ready?) already exists.',
    config: { data: 'Body=Is+it+ready', auth: 'secret' },
  })
  expect(JSON.stringify(describeError(error))).not.toMatch(/ready|secret/)
})

it('says no phone number', () => {
  const error = new Error("The 'To' number +14155550100 is not valid.")
  const { message, stack } = describeError(error)
  expect(message).toEqual("The 'To' number +1********00 is not valid.")
  expect(stack).not.toContain('4155550100')
})

it('says what was thrown, where it is no error', () => {
  expect(describeError('no answer')).toEqual({ message: 'no answer' })
  expect(describeError(undefined)).toEqual({ message: 'undefined' })
})
