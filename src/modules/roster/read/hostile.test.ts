import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats, type Format } from '../roster.ts'
import { defaultCaps } from './caps.ts'
import { readBytes } from './read-bytes.ts'
import { readFile } from './read-file.ts'

const context = { stages: ['BO'], today: '2026-11-21' }
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name))
const whole = fixture('wilgenhof.xml')
const sources: Record<Format, Buffer> = {
  edexml: whole,
  pupils: fixture('wilgenhof-leerlingen.csv'),
  staff: fixture('wilgenhof-medewerkers.csv'),
  guardians: fixture('wilgenhof-ouders.csv'),
}

const code = async (text: string | Uint8Array, format: Format = 'edexml', caps = defaultCaps): Promise<string> => {
  const outcome = await readBytes(format, typeof text === 'string' ? Buffer.from(text) : text, context, caps)
  return outcome.ok ? 'read' : outcome.fault.code
}

const body = '<EDEX><leerlingen><leerling key="1"><achternaam>&x;</achternaam></leerling></leerlingen></EDEX>'
const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')

describe('a hostile document type is refused before anything is parsed', () => {
  test.each([
    ['a file', `<!DOCTYPE EDEX [<!ENTITY x SYSTEM "file:///etc/passwd">]>${body}`],
    ['an address', `<?xml version="1.0"?>\n<!DOCTYPE EDEX [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>${body}`],
    ['a parameter entity', `<!-- a --><!DOCTYPE EDEX [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>${body}`],
    ['an external subset', `<?pi?><!DOCTYPE EDEX SYSTEM "http://127.0.0.1:9/edex.dtd">${body}`],
    ['a billion laughs', `<!DOCTYPE EDEX [<!ENTITY l0 "ha">${laughs}<!ENTITY x "&l9;">]>${body}`],
    [
      'a quadratic bomb',
      `<!DOCTYPE EDEX [<!ENTITY x "${'a'.repeat(50_000)}">]>${body.replace('&x;', '&x;'.repeat(1000))}`,
    ],
    ['a loop', `<!DOCTYPE EDEX [<!ENTITY x "&y;"><!ENTITY y "&x;">]>${body}`],
    ['small letters', `<!doctype EDEX>${body}`],
  ])('%s', async (_, text) => {
    expect(await code(text)).toBe('doctype')
    expect(await code(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe('doctype')
    expect(await code(Buffer.from(text, 'utf16le'))).toBe('doctype')
  })
})

test.each([
  ['an entity nobody declared', body, 'notWellFormed'],
  ['a number for no sign', body.replace('&x;', '&#0;'), 'notWellFormed'],
  ['UTF-7', `<?xml version="1.0" encoding="UTF-7"?>+ADw-EDEX/+AD4-`, 'encodingUnknown'],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), 'encodingUnknown'],
  ['another root', '<svg xmlns="http://www.w3.org/2000/svg"><EDEX/></svg>', 'wrongRoot'],
  ['an envelope', '<soap:Envelope><EDEX/></soap:Envelope>', 'wrongRoot'],
  ['nothing', '', 'empty'],
  ['blanks', ' \n\t\n', 'empty'],
  ['no pupils at all', '<EDEX><school/></EDEX>', 'noRows'],
  ['depth', `<EDEX>${'<a>'.repeat(40)}${'</a>'.repeat(40)}</EDEX>`, 'tooDeep'],
  ['a zip', Buffer.from('PK\u0003\u0004 and so on'), 'wrongRoot'],
  ['an include', '<EDEX xmlns:xi="x"><xi:include href="file:///etc/passwd"/><leerlingen/></EDEX>', 'read'],
  [
    'prototype names',
    '<EDEX><leerlingen><leerling key="__proto__" __proto__="x"><__proto__>x</__proto__><constructor>y</constructor><roepnaam>Pro</roepnaam></leerling></leerlingen></EDEX>',
    'read',
  ],
])('survives %s', async (_, text, expected) => {
  expect(await code(text)).toBe(expected)
})

test('a file of numeric references is as harmless as its text', async () => {
  expect(
    await code(
      `<EDEX><leerlingen><leerling key="1"><achternaam>${'&#65;'.repeat(200_000)}</achternaam></leerling></leerlingen></EDEX>`,
    ),
  ).toBe('read')
})

test('a file over the limit is refused by its size alone', async () => {
  expect(await code(whole, 'edexml', { ...defaultCaps, bytes: 100 })).toBe('tooLarge')
})

test('a file cut anywhere is refused whole, with the line', async () => {
  for (let at = 1; at < whole.length - 8; at += 997) {
    const outcome = await readBytes('edexml', whole.subarray(0, at), context, defaultCaps)
    expect(outcome).toMatchObject({
      ok: false,
      fault: { code: expect.stringMatching(/notWellFormed|wrongRoot|noRows/) },
    })
  }
})

test('bytes changed at random never stop the reader: it always gives a file or a reason', async () => {
  const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }), cut: fc.nat({ max: 40 }) })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...formats),
      fc.array(change, { minLength: 1, maxLength: 12 }),
      async (format, changes) => {
        let bytes = Buffer.from(sources[format])
        for (const { at, byte, cut } of changes) {
          const place = at % bytes.length
          bytes = Buffer.concat([
            bytes.subarray(0, place),
            Buffer.from([byte]),
            bytes.subarray(place + (cut > 30 ? cut : 1)),
          ])
          if (bytes.length === 0) bytes = Buffer.from('x')
        }
        const outcome = await readBytes(format, bytes, context, defaultCaps)
        expect(typeof outcome.ok).toBe('boolean')
      },
    ),
    { numRuns: 400 },
  )
})

test.each([
  ['edexml', `<EDEX><leerlingen>${'<leerling/>'.repeat(200)}`, 'tooManyWrong'],
  ['edexml', `<EDEX><leerlingen>${'<leerling key="1"><roepnaam>N</roepnaam></leerling>'.repeat(400)}`, 'tooManyWrong'],
  ['edexml', `<EDEX><!--${'-x'.repeat(4_000_000)}--></EDEX>`, 'unreadable'],
  ['edexml', `<EDEX ${'x="1" '.repeat(1_500_000)}/>`, 'unreadable'],
  ['pupils', `key,last_name\n${','.repeat(1_000_000)}`, 'rowTooLong'],
  ['pupils', `key,last_name\n1,"${'x\n'.repeat(4_000_000)}`, 'rowTooLong'],
  ['pupils', `key,last_name\n${'a\n'.repeat(200)}`, 'tooManyWrong'],
  ['pupils', 'x'.repeat(8_000_000), 'rowTooLong'],
] as const)('%s that grows without end is refused while it is read (%#)', async (format, text, expected) => {
  expect(await code(text, format, { ...defaultCaps, refusals: 100 })).toBe(expected)
})

test('a list with more rows than any school has is refused', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => `${at},Naam`).join('\r')
  expect(await code(`key,last_name\r${rows}`, 'pupils', { ...defaultCaps, rows: 299 })).toBe('tooManyRows')
  expect(await code(`key,last_name\r${rows}`, 'pupils')).toBe('read')
})

describe('in its own thread', () => {
  test('gives what it reads', async () => {
    const outcome = await readFile('edexml', Uint8Array.from(whole), context)
    expect(outcome).toEqual(await readBytes('edexml', whole, context, defaultCaps))
  })

  test('is stopped when it takes too long or too much, and says so', async () => {
    const pupil = (_: unknown, at: number) => `<leerling key="${at}"><roepnaam>Noor ${at}</roepnaam></leerling>`
    const large = Buffer.from(
      `<EDEX><leerlingen>${Array.from({ length: 150_000 }, pupil).join('')}</leerlingen></EDEX>`,
    )
    expect(await readFile('edexml', Uint8Array.from(large), context, { ...defaultCaps, seconds: 0.01 })).toMatchObject({
      fault: { code: 'tooSlow' },
    })
    expect(await readFile('edexml', Uint8Array.from(large), context, { ...defaultCaps, heap: 16 })).toMatchObject({
      fault: { code: 'tooLarge' },
    })
  })
})
