import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Format, RosterFile } from '../roster.ts'
import { defaultCaps } from './caps.ts'
import { readBytes } from './read-bytes.ts'

const context = { stages: ['BO'], today: '2026-11-21' }
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name))

const read = (format: Format, bytes: Uint8Array | string) =>
  readBytes(format, typeof bytes === 'string' ? Buffer.from(bytes) : bytes, context, defaultCaps)

const readWell = async (format: Format, bytes: Uint8Array | string): Promise<RosterFile> => {
  const outcome = await read(format, bytes)
  if (!outcome.ok) throw new Error(`refused: ${outcome.fault.code}`)
  return outcome.file
}
const brief = (remarks: readonly { line: number; code: string; field?: string }[]) =>
  remarks.map((one) => `${one.line} ${one.code} ${one.field ?? ''}`)

describe('EDEXML', () => {
  test('reads pupils by their place in the file and never those inside an extension', async () => {
    const file = await readWell('edexml', fixture('wilgenhof.xml'))
    expect(file.pupils.map((pupil) => pupil.key)).toEqual(['1001', '1002', '1003', '1005', '1006', null])
    expect(JSON.stringify(file)).not.toContain('Spook')
    expect(file).toMatchObject({ version: '2.1', brin: '00XY', schoolYear: { label: '2026-2027' } })
  })

  test('reads fields by name in any order, both words for a prefix, and empty as absent', async () => {
    const { pupils } = await readWell('edexml', fixture('wilgenhof.xml'))
    expect(pupils[1]).toMatchObject({ firstName: 'Şenay', lastName: 'Özdemir', prefix: null, groups: ['g4b', 'plus'] })
    expect(pupils[3]).toMatchObject({ prefix: "d'", lastName: 'Æth', birthDate: '2017-12-01' })
    expect(pupils[2]).toMatchObject({ firstName: 'IJsbrand', lastName: null, birthDate: null })
    expect(pupils[5]).toMatchObject({ firstName: 'عمر', lastName: '李', key: null })
    expect(pupils[4]).toMatchObject({ left: true, leftOn: '2025-07-18', enteredOn: '2020-08-17' })
  })

  test('drops what it may not have, names it, and keeps no value of it', async () => {
    const file = await readWell('edexml', fixture('wilgenhof.xml'))
    expect(file.skippedFields).toEqual(
      expect.arrayContaining([
        'bsn',
        'eckid',
        'etniciteit',
        'land',
        'gewicht_nieuw',
        'postcodenl',
        'toevoegingen',
        'geslacht',
        'rol',
      ]),
    )
    for (const secret of ['123456782', '1234AB', '0,3', 'ketenid', '"1234"'])
      expect(JSON.stringify(file)).not.toContain(secret)
  })

  test('tells each refused and repaired row by line', async () => {
    const file = await readWell('edexml', fixture('wilgenhof.xml'))
    expect(brief(file.refusals)).toEqual(['44 dateImpossible birthDate', '59 keyTwice key', '60 keyMissing key'])
    expect(brief(file.repairs)).toEqual([
      '17 capitals lastName',
      '32 characters firstName',
      '32 characters lastName',
      '76 helpingParent name',
    ])
    expect(file.pupils[0]?.lastName).toBe("'t Hooft-van der Wetering")
    expect(file.staff.map((one) => one.key)).toEqual(['L1', 'L3'])
  })

  test('takes school years after 2024-2025 and says when the second is not the next', async () => {
    const odd = fixture('wilgenhof.xml').toString().replace('2026-2027', '2026-2028')
    const file = await readWell('edexml', odd)
    expect(file.schoolYear?.label).toBe('2026-2028')
    expect(brief(file.repairs)[0]).toBe('5 schoolYearOdd schoolYear')
  })

  test.each([
    ['with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['as UTF-16 with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['as UTF-16 from the other end', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('reads the same file %s', async (_, encode) => {
    const plain = await readWell('edexml', fixture('wilgenhof.xml'))
    const other = await readWell('edexml', encode(fixture('wilgenhof.xml').toString()))
    expect(other).toEqual(plain)
  })

  test.each([['UTF-8'], ['windows-1252'], [null]])('finds Windows-1252 whatever is declared (%s)', async (declared) => {
    const text = `${declared === null ? '' : `<?xml version="1.0" encoding="${declared}"?>`}<EDEX><leerlingen><leerling key="1"><achternaam>Æth</achternaam><roepnaam>Zoë “Z”</roepnaam></leerling></leerlingen></EDEX>`
    const bytes = Buffer.from(text.replace('“', '\u0093').replace('”', '\u0094'), 'latin1')
    const file = await readWell('edexml', bytes)
    expect(file.pupils[0]).toMatchObject({ lastName: 'Æth', firstName: 'Zoë “Z”' })
    expect(brief(file.repairs)).toEqual(declared === 'windows-1252' ? [] : ['1 encoding file'])
  })

  const folder = join(process.cwd(), '../shared/samples/edexml')
  test.skipIf(!existsSync(folder))(
    'reads the published examples (skipped where ../shared/samples is not there)',
    async () => {
      const names = readdirSync(folder).filter((name) => name.endsWith('.xml'))
      expect(names.length).toBeGreaterThan(0)
      for (const name of names) {
        const file = await readWell('edexml', readFileSync(join(folder, name)))
        expect([file.pupils.length, file.groups.length, file.staff.length, file.refusals.length]).toEqual([3, 8, 3, 0])
        expect(JSON.stringify(file)).not.toContain('133456785')
      }
    },
  )
})

describe('CSV', () => {
  test('reads pupils under Dutch headers, dates in Dutch order, formulas as text', async () => {
    const file = await readWell('pupils', fixture('wilgenhof-leerlingen.csv'))
    expect(
      file.pupils.map(({ key, firstName, lastName, birthDate, groups }) => [
        key,
        firstName,
        lastName,
        birthDate,
        groups,
      ]),
    ).toEqual([
      ['2001', 'Sem', 'Jansen', '2018-09-03', ['4a']],
      ['2002', 'Saar', 'Brand', '2018-02-28', ['4b']],
      ['2003', '=HYPERLINK("x")', 'Formule', null, ['4a']],
    ])
    expect(file.groups.map(({ name, yearGroup }) => [name, yearGroup])).toEqual([
      ['4A', '4'],
      ['4B', '4'],
    ])
    expect(file.skippedFields).toEqual(['BSN'])
    expect(brief(file.refusals)).toEqual(['5 ragged file', '6 dateImpossible birthDate', '7 keyIsBsn key'])
    expect(JSON.stringify(file)).not.toContain('123456782')
  })

  test('reads guardians, their words for relation and language, and what is wrong with a number or address', async () => {
    const file = await readWell('guardians', fixture('wilgenhof-ouders.csv'))
    expect(
      file.guardians.map(({ firstName, relation, email, phone, language }) => [
        firstName,
        relation,
        email,
        phone,
        language,
      ]),
    ).toEqual([
      ['Petra', 'mother', 'familie@jansen.example', '0612345678', 'nl'],
      ['Karel', 'father', 'familie@jansen.example', '06-87654321', null],
      ['Petra', 'caretaker', 'familie@jansen.example', null, null],
      ['Joost', 'other', null, '+31 6 1111 2222', 'pl'],
    ])
    expect(brief(file.repairs)).toEqual(['2 leadingZero phone', '5 dropped email', '5 relationOther relation'])
  })

  test.each([
    ['tab', (text: string) => Buffer.from(text.replaceAll(';', '\t'))],
    ['a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    [
      'Windows line ends and a spreadsheet hint',
      (text: string) => Buffer.from(`sep=;\r\n${text.replaceAll('\n', '\r\n')}`),
    ],
    [
      'comma',
      (text: string) => Buffer.from(text.replaceAll(';', ',').replace('=HYPERLINK(""x"")', '=HYPERLINK(""x"")')),
    ],
  ])('reads the same rows with %s', async (_, encode) => {
    const plain = await readWell('pupils', fixture('wilgenhof-leerlingen.csv'))
    const other = await readWell('pupils', encode(fixture('wilgenhof-leerlingen.csv').toString()))
    expect(other.pupils.map(({ line: _line, ...rest }) => rest)).toEqual(
      plain.pupils.map(({ line: _line, ...rest }) => rest),
    )
  })

  test('names the columns found and wanted when one is missing, or stands twice', async () => {
    expect(await read('pupils', 'naam,klas\nSem,4A\n')).toEqual({
      ok: false,
      fault: {
        code: 'headersMissing',
        line: 1,
        found: 'naam, klas',
        wanted: 'key,first_name,prefix,last_name,birth_date,year,group,email',
      },
    })
    expect(await read('pupils', 'key,last_name,Last Name\n1,A,B\n')).toMatchObject({
      ok: false,
      fault: { code: 'headerTwice' },
    })
  })

  test.each([
    ['pupils', 'pupil_key,first_name,prefix,last_name,relation,email,phone,language\n1,Els,,Bos,mother,,,\n'],
    ['guardians', 'leerlingnummer;roepnaam;achternaam;geboortedatum;groep\n1;Sem;Bos;2016-05-01;4A\n'],
  ] as const)('refuses the other list where one of %s is asked for', async (format, text) => {
    expect(await read(format, text)).toMatchObject({ ok: false, fault: { code: 'headersMissing', line: 1 } })
  })

  test.each([
    ['pupils', 'key,last_name,group,relation\n1,Bos,4A,x\n'],
    ['guardians', 'pupil_key,last_name,relation,birth_date,group\n1,Bos,mother,1980-01-01,4A\n'],
    ['guardians', 'pupil_key,last_name,group\n1,Bos,4A\n'],
  ] as const)('passes over columns of the other list in one of %s', async (format, text) => {
    expect(await read(format, text)).toMatchObject({ ok: true })
  })

  test('halves no sign where it cuts, and repeats no control signs', async () => {
    const long = `${'a'.repeat(63)}\u{1F600}b`
    const file = await readWell(
      'pupils',
      `key,last_name,group,\u001b[31mx${'y'.repeat(59)}\u{1F600}\n1,Bos,${long},\n2,Mus,4A,\n`,
    )
    expect(brief(file.refusals)).toEqual(['2 tooLong group'])
    expect(file.skippedFields).toHaveLength(1)
    expect(file.skippedFields[0]?.isWellFormed()).toBe(true)
    expect(file.skippedFields[0]).not.toContain('\u001b')
    expect(await read('pupils', '\u001b]0;x\u0007naam\nSem\n')).toMatchObject({ fault: { found: ']0, xnaam' } })
  })

  test('keeps going around zero bytes, a cell of five megabytes and an open quote', async () => {
    const file = await readWell('pupils', `key,last_name\n1,Jan\u0000sen\n2,${'x'.repeat(5_000_000)}\n3,Bos\n`)
    expect(file.pupils.map((pupil) => pupil.lastName)).toEqual(['Jansen', 'Bos'])
    expect(brief(file.refusals)).toEqual(['3 tooLong lastName'])
    expect(await read('pupils', 'key,last_name\n1,"Jansen\n2,Bos\n')).toMatchObject({
      ok: false,
      fault: { code: 'quoteOpen' },
    })
  })
})
