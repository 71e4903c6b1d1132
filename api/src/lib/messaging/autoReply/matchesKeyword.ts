/** What may stand beside a word and not belong to it: all but letters, their marks, and digits. */
const INSIDE_WORD = /[\p{L}\p{M}\p{N}_]/u

const fold = (text: string) =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** The message without what people put around a word: "Hours?" is "hours". */
const bare = (text: string) =>
  fold(text).replace(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')

const isInside = (neighbour: string | undefined) =>
  neighbour !== undefined && INSIDE_WORD.test(neighbour)

const hasWord = (text: string, word: string) => {
  for (
    let start = text.indexOf(word);
    start >= 0;
    start = text.indexOf(word, start + 1)
  ) {
    // By characters, not by halves of them.
    const before = [...text.slice(0, start)].pop()
    const [after] = text.slice(start + word.length)
    if (!isInside(before) && !isInside(after)) {
      return true
    }
  }
  return false
}

/** Whether a message is one of the keywords, or has it as a word of its own; in any case, and of any language. */
export function matchesKeyword(
  body: string,
  keywords: readonly string[],
  wholeMessage: boolean
): boolean {
  const sought = keywords.map(fold).filter(Boolean)
  if (wholeMessage) {
    const [exact, word] = [fold(body), bare(body)]
    return sought.some((keyword) => keyword === exact || keyword === word)
  }
  const text = fold(body)
  return sought.some((keyword) => hasWord(text, keyword))
}
