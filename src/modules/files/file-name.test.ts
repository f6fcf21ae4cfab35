import { expect, test } from 'vitest'
import { cleanName, disposition } from './file-name.ts'

test.each([
  ['IMG_0412.JPG', 'picture', 'IMG_0412.jpg'],
  ['C:\\Users\\juf\\Foto van Şenay.jpeg', 'picture', 'Foto van Şenay.jpg'],
  ['../../etc/passwd', 'pdf', 'passwd.pdf'],
  ['brief.pdf.exe', 'pdf', 'brief.pdf'],
  ['foto\u202Egpj.exe', 'picture', 'foto gpj.jpg'],
  ['a\r\nSet-Cookie: x=1.png', 'picture', 'a Set-Cookie x=1.jpg'],
  ['"><b>.webp', 'picture', 'b.jpg'],
  ['.htaccess', 'pdf', 'htaccess.pdf'],
  ['', 'picture', 'foto.jpg'],
  ['\u0000\u200b', 'pdf', 'document.pdf'],
  ['les 3.2 van 4B.pdf', 'pdf', 'les 3.2 van 4B.pdf'],
  ['x'.repeat(300), 'pdf', `${'x'.repeat(80)}.pdf`],
] as const)('%j of a %s is called %j', (stated, kind, name) => {
  expect(cleanName(stated, kind)).toBe(name)
})

test('A name goes along in letters that every browser reads, and whole for those of today', () => {
  expect(disposition('attachment', "brief 'Şenay'.pdf")).toBe(
    `attachment; filename="brief 'Senay'.pdf"; filename*=UTF-8''brief%20%27%C5%9Eenay%27.pdf`,
  )
  expect(disposition('inline', 'عمر.jpg')).toBe(`inline; filename=".jpg"; filename*=UTF-8''%D8%B9%D9%85%D8%B1.jpg`)
})
