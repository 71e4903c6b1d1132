export interface Piece {
  text: string
  isFound: boolean
}

/** So much stands before the first place that was found, of a text that is longer than a line. */
const BEFORE = 24

/** A text for comparing, without case and accents, and where in the text each of its letters comes from. */
function comparable(text: string) {
  let plain = ''
  const origin: number[] = []
  let index = 0
  for (const char of text) {
    const letters = char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    plain += letters
    for (let i = 0; i < letters.length; i += 1) {
      origin.push(index)
    }
    index += char.length
  }
  origin.push(text.length)
  return { plain, origin }
}

const words = (search: string) =>
  comparable(search)
    .plain.split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Where words of the search begin and end in the text: all of them, in order, none in another. */
function findWords(text: string, search: string): [number, number][] {
  const { plain, origin } = comparable(text)
  const found: [number, number][] = []
  for (const word of words(search)) {
    for (
      let at = plain.indexOf(word);
      at >= 0;
      at = plain.indexOf(word, at + word.length)
    ) {
      found.push([at, at + word.length])
    }
  }
  // Of two that begin at the same letter, the longer one.
  found.sort(([a, endOfA], [b, endOfB]) => a - b || endOfB - endOfA)
  let last = 0
  return found
    .filter(([start, end]) => {
      const isFree = start >= last
      last = isFree ? end : last
      return isFree
    })
    .map(([start, end]) => [origin[start] ?? 0, origin[end] ?? text.length])
}

/**
 * The part of a text in which the words of a search are, taken apart by what was found.
 *
 * The server also finds other forms of a word: a text without any of the words begins at its beginning.
 */
export function excerpt(text: string, search: string): Piece[] {
  const found = findWords(text, search)
  const first = found[0]?.[0] ?? 0
  // From the beginning of a word on, never from within a character.
  const from = first > BEFORE ? text.slice(0, first - BEFORE).search(/\S+$/) : 0
  const pieces: Piece[] = []
  let at = Math.max(from, 0)
  if (at > 0) {
    pieces.push({ text: '…', isFound: false })
  }
  for (const [start, end] of found) {
    pieces.push({ text: text.slice(at, start), isFound: false })
    pieces.push({ text: text.slice(start, end), isFound: true })
    at = end
  }
  pieces.push({ text: text.slice(at), isFound: false })
  return pieces.filter((piece) => piece.text)
}
