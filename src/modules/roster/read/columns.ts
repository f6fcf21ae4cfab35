// The columns of the three CSV files, by every name we take for them. The first word of a list counts before the later ones.
import type { Format } from '../roster.ts'

type Columns = Record<string, readonly string[]>

const names: Columns = {
  firstName: ['firstname', 'roepnaam', 'voornaam', 'givenname'],
  firstNames: ['voornamen', 'firstnames'],
  initials: ['initials', 'voorletters'],
  prefix: ['prefix', 'tussenvoegsel', 'tussenvoegsels', 'voorvoegsel', 'voorvoegsels', 'infix'],
  lastName: ['lastname', 'achternaam', 'familienaam', 'surname', 'familyname'],
  email: ['email', 'emailadres', 'mail', 'mailadres', 'emailaddress'],
}

const columns: Record<Exclude<Format, 'edexml'>, { wanted: Columns; needed: readonly string[] }> = {
  pupils: {
    wanted: {
      key: [
        'key',
        'sleutel',
        'leerlingsleutel',
        'leerlingnummer',
        'leerlingnr',
        'leerlingid',
        'stamnummer',
        'pupilkey',
        'nummer',
        'id',
      ],
      ...names,
      birthDate: ['birthdate', 'geboortedatum', 'gebdatum', 'dateofbirth'],
      yearGroup: ['yeargroup', 'leerjaar', 'jaargroep', 'jaarlaag', 'schooljaargroep', 'year'],
      group: ['group', 'groep', 'klas', 'stamgroep', 'stamklas', 'basisgroep', 'groepsnaam', 'groepnaam', 'class'],
    },
    needed: ['key', 'lastName'],
  },
  staff: {
    wanted: {
      key: [
        'key',
        'sleutel',
        'medewerkernummer',
        'medewerkersleutel',
        'personeelsnummer',
        'docentcode',
        'docent',
        'afkorting',
        'code',
        'staffkey',
        'nummer',
        'id',
      ],
      ...names,
      groups: ['groups', 'groepen', 'klassen', 'lesgroepen', 'group', 'groep', 'klas', 'classes', 'class'],
    },
    needed: ['key', 'lastName'],
  },
  guardians: {
    wanted: {
      pupilKey: [
        'pupilkey',
        'leerlingsleutel',
        'leerlingnummer',
        'leerlingnr',
        'leerlingid',
        'sleutelleerling',
        'leerling',
        'pupil',
        'stamnummer',
      ],
      ...names,
      relation: ['relation', 'relatie', 'relatietotleerling', 'relatiesoort', 'soortrelatie', 'rol'],
      phone: ['phone', 'telefoon', 'telefoonnummer', 'mobiel', 'mobielnummer', 'tel', 'mobile', 'phonenumber'],
      language: ['language', 'taal', 'voorkeurstaal', 'taalcode'],
    },
    needed: ['pupilKey', 'lastName'],
  },
}

/** A header as it is compared: capitals, spaces, underscores, hyphens and dots do not count. */
export const headerKey = (header: string): string =>
  header
    .slice(0, 200)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_.\-"']/gu, '')

/**
 * Which column holds which field. `missing` are fields that must be there, `twice` a header that stands there twice, and
 * `otherList` says that this is the header of the other list.
 */
export type Mapping = {
  fields: Map<number, string>
  skipped: string[]
  missing: string[]
  twice: string | null
  otherList: boolean
}

export const mapColumns = (format: Exclude<Format, 'edexml'>, headers: readonly string[]): Mapping => {
  const { wanted, needed } = columns[format]
  const keys = headers.map(headerKey)
  const fields = new Map<number, string>()
  for (const [field, words] of Object.entries(wanted)) {
    const at = words.map((word) => keys.indexOf(word)).find((found) => found >= 0 && !fields.has(found))
    if (at !== undefined) fields.set(at, field)
  }
  const found = new Set(fields.values())
  return {
    fields,
    skipped: headers.filter((header, at) => !fields.has(at) && headerKey(header) !== ''),
    missing: needed.filter((field) => !found.has(field)),
    twice: headers.find((header, at) => headerKey(header) !== '' && keys.indexOf(headerKey(header)) !== at) ?? null,
    otherList: isOtherList(format, keys),
  }
}

/** All lists have a number and names: read as another, a parent's name would become that of the child. */
const isOtherList = (format: Exclude<Format, 'edexml'>, keys: readonly string[]): boolean => {
  const has = (list: Exclude<Format, 'edexml'>, field: string): boolean =>
    columns[list].wanted[field]?.some((word) => keys.includes(word)) ?? false
  const relation = has('guardians', 'relation')
  const group = has('pupils', 'group')
  const birthDate = has('pupils', 'birthDate')
  if (format === 'staff') return relation || birthDate
  const teaches = staffWords.some((word) => keys.includes(word))
  return format === 'pupils' ? (relation || teaches) && !group && !birthDate : !relation && group && birthDate
}

/** Headers that only a list of staff has. */
const staffWords = [
  'medewerkernummer',
  'medewerkersleutel',
  'personeelsnummer',
  'docentcode',
  'staffkey',
  'groups',
  'lesgroepen',
]
