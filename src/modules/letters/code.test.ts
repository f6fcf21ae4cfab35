import jsQr from 'jsqr'
import { expect, test } from 'vitest'
import { freshLetters } from '#platform/http/secrets.ts'
import { alphabet, chanceLetters, codeFrom, inGroups, readCode } from './code.ts'
import { drawQr } from './draw-qr.ts'
import { makeLoginName } from './login-names.ts'

const codes = Array.from({ length: 200 }, () => codeFrom(freshLetters(alphabet, chanceLetters)))

test('A code is read as it was printed, typed in small letters, with blanks or dashes.', () => {
  for (const code of codes) {
    expect(readCode(inGroups(code))).toBe(code)
    expect(readCode(` ${code.toLowerCase().replace(/(.{4})/g, '$1-')}`)).toBe(code)
  }
  expect(new Set(codes).size).toBe(codes.length)
})

test('A code typed with the digits of an Arabic keyboard is the same code.', () => {
  const code = codes.find((one) => /\d/.test(one)) ?? ''
  expect(readCode(code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit))))).toBe(code)
})

test('One wrong letter is always found, and two that changed places nearly always.', () => {
  let [tried, passed] = [0, 0]
  for (const code of codes) {
    for (let at = 0; at < code.length; at += 1) {
      const other = alphabet[(alphabet.indexOf(code[at] ?? '') + 1 + (at % 28)) % alphabet.length] ?? ''
      expect(readCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(null)
      const next = code[at + 1]
      if (next === undefined || next === code[at]) continue
      tried += 1
      if (readCode(code.slice(0, at) + next + (code[at] ?? '') + code.slice(at + 2)) !== null) passed += 1
    }
  }
  expect(tried).toBeGreaterThan(2_000)
  expect(passed / tried).toBeLessThan(0.1)
})

test('What cannot be a code is none: too short, too long, or with a letter that is on no letter.', () => {
  const [code = ''] = codes
  for (const bad of ['', code.slice(1), `${code}2`, code.replace(/^./, '0'), code.replace(/^./, 'O'), 'xx'])
    expect(readCode(bad)).toBe(null)
})

test('The QR code that is drawn reads as the address of the letter.', () => {
  for (const address of ['http://127.0.0.1:4107', 'https://samenspraak.een-heel-lange-schoolnaam.example']) {
    const link = `${address}/brief/${codes[0] ?? ''}`
    const { size, path } = drawQr(link)
    const scale = 4
    const edge = 4
    const width = (size + 2 * edge) * scale
    const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
    for (const [, x = '', y = '', wide = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      for (let dx = 0; dx < Number(wide) * scale; dx += 1)
        for (let dy = 0; dy < scale; dy += 1) {
          const at = (((Number(y) + edge) * scale + dy) * width + (Number(x) + edge) * scale + dx) * 4
          pixels.fill(0, at, at + 3)
        }
    expect(jsQr.default(pixels, width, width)?.data).toBe(link)
  }
})

test('Names to sign in with hold a first name and a letter, and are one of a kind.', () => {
  const taken = new Set<string>()
  const name = (firstName: string | null, lastName: string | null) =>
    makeLoginName({ firstName, lastName }, 'lyceum', taken)
  expect(name('Noor', 'Özdemir')).toBe('noor.o@lyceum')
  expect(name('Noor', 'Oosterhuis')).toBe('noor.o2@lyceum')
  expect(name('Łukasz', 'Żak')).toBe('lukasz.z@lyceum')
  expect(name('Çağrı', null)).toBe('cagri@lyceum')
  expect(name('مريم', 'العلي')).toBe('leerling@lyceum')
  expect(name(null, "'t Hart")).toBe('leerling.t@lyceum')
})
