import { storage } from 'src/lib/storage'

import { notesDrafts } from './notesDrafts'

afterEach(() => notesDrafts.forget('k1'))

it('keeps what was begun for each contact, until it is forgotten', () => {
  const draft = { text: 'Likes tea', previous: '' }
  notesDrafts.keep('k1', draft)
  expect(notesDrafts.read('k1')).toEqual(draft)
  expect(notesDrafts.read('k2')).toBeNull()
  notesDrafts.forget('k1')
  expect(notesDrafts.read('k1')).toBeNull()
})

it.each(['', '{', '[]', '{"text":1,"previous":""}', '{"text":"a"}'])(
  'takes %p for nothing',
  (kept) => {
    storage.set('notes.k1', kept)
    expect(notesDrafts.read('k1')).toBeNull()
  }
)
