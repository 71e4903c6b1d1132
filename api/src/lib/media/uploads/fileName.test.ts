import { fileName } from './fileName'

it.each<[string, string, string | null]>([
  ['menu.pdf', 'application/pdf', 'menu.pdf'],
  ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
  ['IMG_0001.HEIC', 'image/jpeg', 'IMG_0001.jpg'],
  ['drawing.webp', 'image/png', 'drawing.png'],
  ['no extension', 'image/gif', 'no extension.gif'],
  ['Grüße 🌻.pdf', 'application/pdf', 'Grüße 🌻.pdf'],
  ['../../etc/passwd', 'application/pdf', 'passwd'],
  ['C:\\Users\\maya\\menu.pdf', 'application/pdf', 'menu.pdf'],
  ['/', 'application/pdf', null],
  ['..', 'application/pdf', null],
  ['', 'image/jpeg', null],
  ['a\r\nSet-Cookie: x\0.pdf', 'application/pdf', 'aSet-Cookie: x.pdf'],
  // Shown as gpj.exe would be, in the other direction.
  ['photo\u202egpj.pdf', 'application/pdf', 'photogpj.pdf'],
  ['half \ud83d.pdf', 'application/pdf', 'half .pdf'],
])('%j, which is %s, is called %j', (given, contentType, name) => {
  expect(fileName(given, contentType)).toEqual(name)
})

it('is not endless', () => {
  const name = fileName(`${'🌻'.repeat(500)}.pdf`, 'application/pdf')
  expect(name).toEqual(`${'🌻'.repeat(96)}.pdf`)
})
