// EDEXML 1.0.3, 2.0 and 2.1: the records of school, groepen, leerlingen and leerkrachten, by their place in the file and
// never by name alone. Extensions (toevoegingen) may carry pupils of their own and are passed over whole.
// Source: EDEXML 2.1 schema and handbook, edustandaard.nl.
import { SaxesParser, type SaxesAttributePlain, type SaxesTagPlain } from 'saxes'
import type { Gathering } from '../normalise/gather-file.ts'
import { cleanText, shorten, unscramble } from '../normalise/clean-text.ts'
import type { RawRecord } from '../normalise/row.ts'
import type { RosterFile } from '../roster.ts'
import { longestField, mostRefs, type Caps } from './caps.ts'
import { ReadFault } from './fault.ts'

const personFields: Record<string, string> = {
  achternaam: 'lastName',
  voorvoegsel: 'prefix',
  tussenvoegsel: 'prefix',
  voornamen: 'firstNames',
  voornaam: 'firstNames',
  roepnaam: 'firstName',
  'voorletters-1': 'initials',
  voorletters: 'initials',
  emailadres: 'email',
}

/** The fields we want of each record. Every other field is passed over: its text is never kept, only its name. */
const wanted: Record<string, Record<string, string>> = {
  groepen: { naam: 'name', jaargroep: 'yearGroup' },
  leerlingen: {
    ...personFields,
    geboortedatum: 'birthDate',
    jaargroep: 'yearGroup',
    instroomdatum: 'enteredOn',
    uitstroomdatum: 'leftOn',
  },
  leerkrachten: { ...personFields, rol: 'role' },
}

/** Numbers of the state, which nobody's key may be. */
const stateNumbers = new Set(['bsn', 'sofinummer', 'onderwijsnummer'])
const stateNumber = 'stateNumber'

const recordNames: Record<string, readonly string[]> = {
  groepen: ['groep', 'samengestelde_groep'],
  leerlingen: ['leerling'],
  leerkrachten: ['leerkracht'],
}

const schoolFields = {
  schooljaar: 'schoolYear',
  brincode: 'brin',
  dependancecode: 'location',
  xsdversie: 'version',
} as const

const isSchoolField = (name: string): name is keyof typeof schoolFields => Object.hasOwn(schoolFields, name)

type Open = {
  name: string
  line: number
  fields: Map<string, string>
  tooLong: Set<string>
  refs: string[] | null
  roles: string[]
  keyIsBsn: boolean
}

/** A number of eight digits or nine, however it is written; none when it is anything else. */
const longNumber = (text: string): string | undefined =>
  /^[1-9]\d{7,8}$/.exec(text.replaceAll(/\D/g, '').replace(/^0+/, ''))?.[0]

/** Reads the pieces of a file into the gathering. */
export const readEdexml = (pieces: Iterable<string>, into: Gathering, caps: Caps): RosterFile => {
  const parser = new SaxesParser({ xmlns: false, position: true, defaultXMLVersion: '1.0' })
  const reader = new EdexmlReader(into, caps, () => parser.line)
  parser.on('doctype', () => {
    throw new ReadFault({ code: 'doctype', line: parser.line })
  })
  parser.on('error', () => {
    throw new ReadFault({ code: 'notWellFormed', line: parser.line })
  })
  parser.on('opentag', (tag) => reader.open(tag))
  parser.on('closetag', () => reader.close())
  parser.on('text', (text) => reader.text(text))
  parser.on('cdata', (text) => reader.text(text))
  for (const piece of pieces) parser.write(piece)
  parser.close()
  return reader.finish()
}

class EdexmlReader {
  readonly #into: Gathering
  readonly #caps: Caps
  readonly #line: () => number
  #depth = 0
  /** The depth at which an element is passed over with all in it; 0 when none is. */
  #skipped = 0
  #section = ''
  #seen = new Set<string>()
  #record: Open | null = null
  /** The text being read and the field it belongs to. */
  #field: string | null = null
  #text = ''

  constructor(into: Gathering, caps: Caps, line: () => number) {
    this.#into = into
    this.#caps = caps
    this.#line = line
  }

  open(tag: SaxesTagPlain): void {
    this.#depth += 1
    if (this.#depth > this.#caps.depth) throw new ReadFault({ code: 'tooDeep', line: this.#line() })
    if (this.#skipped > 0) return
    if (this.#depth === 1) this.#root(tag.name)
    else if (this.#depth === 2) this.#openSection(tag.name)
    else if (this.#depth === 3) this.#openRecord(tag)
    else if (this.#depth === 4) this.#openField(tag)
    else if (this.#depth === 5) this.#refer(tag)
    else this.#skip()
  }

  close(): void {
    if (this.#skipped === this.#depth) this.#skipped = 0
    else if (this.#skipped === 0) this.#closeOpen()
    this.#depth -= 1
  }

  text(text: string): void {
    if (this.#field !== null && this.#skipped === 0 && this.#text.length <= longestField)
      this.#text += text.slice(0, longestField + 1)
  }

  finish(): RosterFile {
    if (!this.#seen.has('leerlingen')) throw new ReadFault({ code: 'noRows' })
    return this.#into.finish({
      groups: this.#seen.has('groepen'),
      staff: this.#seen.has('leerkrachten'),
      memberships: 'all',
    })
  }

  #skip(): void {
    this.#skipped = this.#depth
  }

  #root(name: string): void {
    if (name !== 'EDEX') throw new ReadFault({ code: 'wrongRoot', line: this.#line(), found: shorten(name, 40) })
  }

  #openSection(name: string): void {
    this.#section = name
    this.#seen.add(name)
    if (name === 'school' || Object.hasOwn(recordNames, name)) return
    this.#into.skip(name)
    this.#skip()
  }

  #openRecord(tag: SaxesTagPlain): void {
    if (this.#section === 'school') return this.#openSchoolField(tag.name)
    if (!recordNames[this.#section]?.includes(tag.name)) {
      this.#into.skip(tag.name)
      return this.#skip()
    }
    const { key, ...others } = tag.attributes
    for (const name of Object.keys(others)) this.#into.skip(name)
    const fields = new Map<string, string>()
    const tooLong = new Set<string>()
    if (key !== undefined && key.length > longestField) tooLong.add('key')
    else if (key !== undefined) fields.set('key', key)
    this.#record = { name: tag.name, line: this.#line(), fields, tooLong, refs: null, roles: [], keyIsBsn: false }
  }

  #openSchoolField(name: string): void {
    if (isSchoolField(name)) this.#begin(name)
    else this.#skip()
  }

  #openField(tag: SaxesTagPlain): void {
    const { name } = tag
    if (this.#record === null) return this.#skip()
    if (this.#section === 'leerlingen' && name === 'groep') {
      this.#record.refs ??= []
      this.#addRef(tag)
      return this.#skip()
    }
    const groups =
      this.#section === 'leerlingen' ? 'samengestelde_groepen' : this.#section === 'leerkrachten' ? 'groepen' : null
    if (name === groups) {
      this.#record.refs ??= []
      return
    }
    // Read to see that it is not the key as well, and then forgotten.
    if (this.#section === 'leerlingen' && stateNumbers.has(name)) {
      this.#into.skip(name)
      return this.#begin(stateNumber)
    }
    const fields = wanted[this.#section] ?? {}
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field === 'role' || field === undefined) this.#into.skip(name)
    if (field === undefined) this.#skip()
    else this.#begin(field)
  }

  /** A group named inside samengestelde_groepen or groepen of a record. */
  #refer(tag: SaxesTagPlain): void {
    if (this.#field === null && (tag.name === 'groep' || tag.name === 'samengestelde_groep')) this.#addRef(tag)
    this.#skip()
  }

  #addRef(tag: { attributes: Record<string, SaxesAttributePlain['value']> }): void {
    const raw = (tag.attributes['key'] ?? '').slice(0, longestField).trim()
    const key = cleanText(unscramble(raw) ?? raw).text ?? ''
    const refs = this.#record?.refs
    if (key !== '' && refs && refs.length < mostRefs && !refs.includes(key)) refs.push(key)
  }

  #begin(field: string): void {
    this.#field = field
    this.#text = ''
  }

  #closeOpen(): void {
    if (this.#depth === 4) this.#endField()
    else if (this.#depth === 3 && this.#section === 'school') this.#endSchoolField()
    else if (this.#depth === 3) this.#endRecord()
  }

  #endField(): void {
    const field = this.#field
    this.#field = null
    if (field === null || this.#record === null) return
    const text = this.#text.trim()
    this.#text = ''
    if (field === stateNumber) {
      const said = longNumber(text)
      if (said !== undefined && said === longNumber(this.#record.fields.get('key') ?? '')) this.#record.keyIsBsn = true
    } else if (field === 'role') {
      if (this.#record.roles.length < mostRefs) this.#record.roles.push(text.slice(0, 8))
    } else if (text.length > longestField) this.#record.tooLong.add(field)
    // Empty is absent, and the first writing of a field that has two names wins.
    else if (text !== '' && !this.#record.fields.has(field)) this.#record.fields.set(field, text)
  }

  #endSchoolField(): void {
    const field = this.#field
    this.#field = null
    if (field !== null && isSchoolField(field)) this.#into.school(this.#line(), schoolFields[field], this.#text)
  }

  #endRecord(): void {
    const record = this.#record
    this.#record = null
    if (record === null) return
    const raw: RawRecord = record
    if (this.#section === 'leerlingen') this.#into.pupil(raw, record.refs ?? [], record.keyIsBsn)
    else if (this.#section === 'leerkrachten') this.#into.staff(raw, record.roles, record.refs)
    else this.#into.group(raw, record.name === 'groep' ? 'class' : 'mixed')
  }
}
