import {
  nameInList,
  type Field,
  type Kind,
  type PersonName,
  type Refusal,
  type RefusalCode,
  type Repair,
  type RepairCode,
} from '../roster.ts'
import { uncapitalise } from './capitals.ts'
import { cleanText, shorten, unscramble } from './clean-text.ts'
import { readDay } from './dates.ts'
import type { Notes } from './notes.ts'

/** One record of a file, its fields already under our names. Fields nobody wants never come this far. */
export type RawRecord = {
  line: number
  fields: ReadonlyMap<string, string>
  /** Fields that were too long to keep. */
  tooLong: ReadonlySet<string>
}

/** Reads the fields of one record and keeps what was put right; nothing of a refused row is kept but its refusal. */
export type Row = {
  readonly line: number
  text(field: Field | 'firstNames', most: number): string | null
  name(): PersonName
  day(field: 'birthDate' | 'enteredOn' | 'leftOn', today: string): string | null
  repair(code: RepairCode, field: Field, found?: string, becomes?: string): void
  refuse(code: RefusalCode, field: Field, found?: string): void
  /** Ends the row: true when it may be read in. */
  close(name: PersonName | { label: string }, key: string | null): boolean
}

export const openRow = (record: RawRecord, kind: Kind, notes: Notes): Row => {
  notes.row()
  const repairs: Pick<Repair, 'code' | 'field' | 'found' | 'becomes'>[] = []
  let refusal: Pick<Refusal, 'code' | 'field' | 'found'> | null = null

  const repair: Row['repair'] = (code, field, found, becomes) => {
    repairs.push({
      code,
      field,
      ...(found !== undefined && { found: shorten(found) }),
      ...(becomes !== undefined && { becomes }),
    })
  }
  const refuse: Row['refuse'] = (code, field, found) => {
    refusal ??= { code, field, ...(found !== undefined && { found: shorten(found) }) }
  }
  const text: Row['text'] = (wanted, most) => {
    const field: Field = wanted === 'firstNames' ? 'firstName' : wanted
    if (record.tooLong.has(wanted)) {
      refuse('tooLong', field)
      return null
    }
    const raw = record.fields.get(wanted)
    if (raw === undefined) return null
    const cleaned = cleanText(unscramble(raw.trim()) ?? raw)
    if (cleaned.text === null) return null
    if (unscramble(raw.trim()) !== null) repair('characters', field, raw.trim(), cleaned.text)
    else if (cleaned.controls) repair('control', field)
    if (cleaned.text.length > most) refuse('tooLong', field)
    return cleaned.text
  }
  const written = (field: 'firstName' | 'firstNames' | 'lastName' | 'prefix', most: number): string | null => {
    const found = text(field, most)
    if (found === null) return null
    const shown = field === 'prefix' ? lowerPrefix(found) : uncapitalise(found)
    if (shown === null) return found
    repair('capitals', field === 'firstNames' ? 'firstName' : field, found, shown)
    return shown
  }
  const day: Row['day'] = (field, today) => {
    const found = text(field, 60)
    if (found === null) return null
    const read = readDay(found)
    if (field === 'birthDate') {
      if (read !== 'impossible' && read <= today) return read
      refuse('dateImpossible', field, found)
      return null
    }
    if (read !== 'impossible') return read
    repair('dropped', field, found)
    return null
  }
  const close: Row['close'] = (name, key) => {
    const who = 'label' in name ? name.label : nameInList(name)
    const about = { line: record.line, kind, ...(key !== null && { key }), ...(who !== null && { who }) }
    if (refusal !== null) notes.refuse({ ...about, ...refusal })
    else for (const one of repairs) notes.repair({ ...about, ...one })
    return refusal === null
  }
  const name = (): PersonName => ({
    firstName: written('firstName', 200) ?? written('firstNames', 200),
    initials: text('initials', 20),
    prefix: written('prefix', 40),
    lastName: written('lastName', 200),
  })
  return { line: record.line, text, name, day, repair, refuse, close }
}

const lowerPrefix = (text: string): string | null =>
  text.replaceAll(/\P{L}/gu, '').length >= 2 && text === text.toUpperCase() && text !== text.toLowerCase()
    ? text.toLowerCase()
    : null
