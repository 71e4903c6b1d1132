import { createRandom } from './random'

/** The most frequent words of people who write to a business, more or less in that order. */
const FREQUENT =
  `the to you i a and is for my your it can in of on this have we please that be me with thanks at will not are order
  do hi get delivery when if today what still tomorrow been yes no just now time but call here has would like number
  one there how package was need from help send back so or appointment know let out good change our any hello address
  payment morning got want day all they about by account check received could picture week sorry ok later right up
  thank an refund problem email price size monday friday available again before after new open confirm store cancel
  minutes phone see work them home much someone same tracking driver waiting already next sure great`
    .split(/\s+/)
    .filter(Boolean)

const STARTS = 'b br c ch d dr f g gl h k kr l m n p pl qu r s sh st t tr v w z'
const MIDDLES = 'a e i o u ai ea ou ie é ü'
const ENDS = 'n r l s t m d k nd rt lis ron tic ment vas zor'

/** How many words there are: as many as people use among them in a million short texts. */
export const VOCABULARY = 20_000

/** The word of a rank, from 0: an invented one where the frequent ones are over. Each rank's is another. */
export function wordOf(rank: number): string {
  if (rank < FREQUENT.length) {
    return FREQUENT[rank]
  }
  const [starts, middles, ends] = [STARTS, MIDDLES, ENDS].map((all) =>
    all.split(' ')
  )
  let rest = rank - FREQUENT.length
  const take = (from: string[]) => {
    const taken = from[rest % from.length]
    rest = Math.floor(rest / from.length)
    return taken
  }
  return `${take(starts)}${take(middles)}${take(ends)}${take(middles)}${take(starts)}o`
}

/** Texts of 2 to 25 words, whose frequencies are as Zipf found them: the word of rank r comes with a share of 1/r. */
export function createTexts(seed: number): () => string {
  const random = createRandom(seed)
  const words = Array.from({ length: VOCABULARY }, (_, rank) => wordOf(rank))
  const spread = Math.log(VOCABULARY + 1)
  const pick = () => words[Math.floor(Math.exp(random() * spread)) - 1]
  return () => {
    const length = 2 + Math.floor(random() ** 2 * 24)
    const text = Array.from({ length }, pick).join(' ')
    return `${text[0].toUpperCase()}${text.slice(1)}.`
  }
}
