import { urlDifference } from './urlDifference'

describe('urlDifference', () => {
  it.each([
    ['https://a.test/x', 'http://a.test/x', 's', ''],
    ['https://a.test/x', 'https://b.test/x', 'a', 'b'],
    ['https://a.test/x', 'https://a.test/x/', '', '/'],
    ['https://a.test/x?m=1', 'https://a.test/x', '?m=1', ''],
    ['https://a.test/x', 'https://a.test/x', '', ''],
    ['https://a.test:80/aa', 'https://a.test/a', ':80/a', '/'],
  ])('finds what differs in %s and %s', (a, b, inA, inB) => {
    const [first, second] = urlDifference(a, b)
    const join = ({ before, differs, after }: typeof first) =>
      before + differs + after
    expect([join(first), join(second)]).toEqual([a, b])
    expect([first.differs.length, second.differs.length]).toEqual([
      inA.length,
      inB.length,
    ])
  })
})
