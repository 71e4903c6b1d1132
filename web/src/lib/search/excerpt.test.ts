import { excerpt } from './excerpt'

/** With what was found in brackets. */
const marked = (text: string, search: string) =>
  excerpt(text, search)
    .map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text))
    .join('')

it.each([
  ['Where is my parcel?', 'parcel', 'Where is my [parcel]?'],
  ['Parcel, parcel!', 'PARCEL', '[Parcel], [parcel]!'],
  ['Ein Café in Zürich', 'zurich cafe', 'Ein [Café] in [Zürich]'],
  ['Call +1 (415) 555-0101', '415 555', 'Call +1 ([415]) [555]-0101'],
  ['Two parcels came', 'sent', 'Two parcels came'],
  ['aaa', 'a aa', '[aa][a]'],
  ['100%', '%', '100%'],
  ['', 'x', ''],
  [
    'We looked everywhere in the depot and then found your parcel at last.',
    'parcel',
    '…depot and then found your [parcel] at last.',
  ],
  [
    '👍👍👍👍👍👍👍👍👍👍👍👍👍👍 fine',
    'fine',
    '👍👍👍👍👍👍👍👍👍👍👍👍👍👍 [fine]',
  ],
])('of %p for %p: %p', (text, search, shown) => {
  expect(marked(text, search)).toBe(shown)
})
