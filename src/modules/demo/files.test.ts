import { describe, expect, test } from 'vitest'
import { calendarFile } from './calendar-file.ts'
import { castFamilies, castKey, staff } from './cast.ts'
import { edexmlFile } from './edexml-file.ts'
import { households } from './families.ts'
import { guardiansFile } from './guardians-file.ts'
import { classes } from './klimboom.ts'
import { weekOf } from './weeks.ts'

const read = (file: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(file)

describe('The files of the demo', () => {
  test('are the same every time', () => {
    expect(read(edexmlFile('2026-2027', '2026-11-23'))).toBe(read(edexmlFile('2026-2027', '2026-11-23')))
    expect(read(guardiansFile(households()))).toBe(read(guardiansFile(households())))
  })

  test('give each child of the cast the key by which others know it', () => {
    const [first] = households()
    expect(first?.pupils.map(({ firstName, key }) => [firstName, key])).toEqual([
      ['Timo', castKey('Timo')],
      ['Mila', castKey('Mila')],
    ])
    expect(castFamilies.flatMap(({ children }) => children)).toHaveLength(12)
    expect(() => castKey('Niemand')).toThrow('not in the cast')
  })

  test('keep to the lengths of EDEXML 2.1', () => {
    for (const { prefix, lastName, firstName } of [...households().flatMap(({ pupils }) => pupils), ...staff]) {
      expect(prefix?.length ?? 0).toBeLessThanOrEqual(10)
      expect(lastName.length).toBeLessThanOrEqual(200)
      expect(firstName?.length ?? 0).toBeLessThanOrEqual(64)
    }
  })

  test('put children in a class of their age: eight years old in the course of year 4, and four before school begins', () => {
    const xml = read(edexmlFile('2027-2028', '2028-02-29'))
    for (const [, record = ''] of xml.matchAll(/<leerling key[^>]*>([\s\S]*?)<\/leerling>/g)) {
      const born = /<geboortedatum>([^<]*)/.exec(record)?.[1] ?? ''
      const year = Number(/<jaargroep>([^<]*)/.exec(record)?.[1])
      expect(born >= `${2023 - year}-10-01` && born < `${2024 - year}-08-01`, `${year} ${born}`).toBe(true)
    }
  })

  test('hold names as people have them', () => {
    const all = `${read(edexmlFile('2026-2027', '2026-11-23'))}\n${read(guardiansFile(households()))}`
    for (const name of ['Zoë', 'IJsbrand', 'Æth', 'Şenay', 'Özdemir', 'Yılmaz', '’t', "'t", 'van den', 'Kovalenko'])
      expect(all, name).toContain(name)
  })

  test('tell of brothers and sisters who do not sit in one year, but for twins', () => {
    const several = households().filter(({ pupils }) => pupils.length > 1)
    expect(several.length).toBeGreaterThan(30)
    const sameYear = several.filter(({ pupils }) => new Set(pupils.map(({ year }) => year)).size < pupils.length)
    expect(sameYear.length).toBeLessThan(8)
  })

  test('change one lesson of a week on one day alone', () => {
    const week = classes.filter(({ name }) => name === '4B').flatMap(weekOf)
    const text = read(
      calendarFile(week, {
        from: '2026-11-24',
        changes: [
          { day: '2026-11-24', starts: '13:15', place: null },
          { day: '2026-11-24', starts: '09:30', place: 'aula, links' },
        ],
      }),
    )
    expect(text.match(/RECURRENCE-ID;TZID=Europe\/Amsterdam:20261124T/g)).toHaveLength(2)
    expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(1)
    expect(text).toContain('LOCATION:aula\\, links')
    expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
  })
})
