export interface Parts {
  before: string
  /** What is not the same; empty where one only lacks what the other has. */
  differs: string
  after: string
}

const sameAtStart = (a: string, b: string) => {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) {
    length += 1
  }
  return length
}

const reversed = (text: string) => [...text].reverse().join('')

const cut = (text: string, start: number, end: number): Parts => ({
  before: text.slice(0, start),
  differs: text.slice(start, text.length - end),
  after: text.slice(text.length - end),
})

/** Where two addresses begin and cease to differ. */
export function urlDifference(a: string, b: string): [Parts, Parts] {
  const start = sameAtStart(a, b)
  const end = sameAtStart(reversed(a.slice(start)), reversed(b.slice(start)))
  return [cut(a, start, end), cut(b, start, end)]
}
