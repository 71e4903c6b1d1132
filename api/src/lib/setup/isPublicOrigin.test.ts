import { isPublicOrigin } from './isPublicOrigin'

it.each([
  ['https://inbox.example.com', true],
  ['https://93.184.215.14', true],
  ['https://[2606:4700::1]:8443', true],
  ['http://localhost:8910', false],
  ['http://127.0.0.1:8910', false],
  ['http://192.168.1.5', false],
  ['https://172.31.0.9', false],
  ['https://[::1]', false],
  ['https://[fd00::7]', false],
  ['https://inbox.local', false],
  ['https://inbox', false],
])('%s can be reached from the internet: %s', (origin, expected) => {
  expect(isPublicOrigin(origin)).toEqual(expected)
})
