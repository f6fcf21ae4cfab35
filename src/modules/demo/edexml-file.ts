import { dayAfter } from '#modules/today/index.ts'
import { staff, type Name } from './cast.ts'
import { households, type Pupil } from './families.ts'
import { classes, klimboom, mixedGroup } from './klimboom.ts'

/**
 * The file of one school year as an administration would export it: EDEXML 2.1.
 * @param year as 2026-2027 @param made the day on which it is made
 */
export const edexmlFile = (year: string, made: string): Uint8Array => {
  const begins = Number(year.slice(0, 4))
  const pupils = households()
    .flatMap((household) => household.pupils)
    .toSorted((one, other) => order.compare(one.group, other.group) || order.compare(one.lastName, other.lastName))
  return new TextEncoder().encode(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<EDEX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="EDEXML.structuur.xsd">',
      element('school', [
        text('schooljaar', year),
        text('brincode', brin),
        text('dependancecode', '00'),
        text('aanmaakdatum', `${made}T07:00:00`),
        text('auteur', klimboom.name),
        text('xsdversie', '2.1'),
      ]),
      element('groepen', [...classes.map(classElement), mixedElement()]),
      element(
        'leerlingen',
        pupils.map((pupil) => pupilElement(pupil, begins)),
      ),
      element('leerkrachten', staff.map(staffElement)),
      '</EDEX>',
      '',
    ].join('\n'),
  )
}

/** No school has a number that begins with 99. */
const brin = '99KB'

const order = new Intl.Collator('nl')

const classElement = ({ key, name, yearGroup }: (typeof classes)[number]): string =>
  element('groep', [text('naam', name), text('jaargroep', yearGroup)], key)

const mixedElement = (): string => element('samengestelde_groep', [text('naam', mixedGroup.name)], mixedGroup.key)

const pupilElement = (pupil: Pupil, begins: number): string => {
  const born = birthday(pupil, begins)
  return element(
    'leerling',
    [
      ...nameElements(pupil),
      text('geboortedatum', born),
      text('jaargroep', String(pupil.year)),
      reference('groep', pupil.group),
      ...(pupil.plus === true
        ? [element('samengestelde_groepen', [reference('samengestelde_groep', mixedGroup.key)])]
        : []),
      // Children come to school on the day they turn four.
      text('instroomdatum', `${Number(born.slice(0, 4)) + 4}${born.slice(4)}`),
    ],
    pupil.key,
  )
}

/** A child in year 4 turns eight between the October before and the September of the school year. */
const birthday = ({ year, born }: Pupil, begins: number): string => dayAfter(`${begins - 4 - year}-10-01`, born)

const staffElement = (one: (typeof staff)[number]): string => {
  const mail = `${one.firstName ?? ''}.${one.lastName}`
    .normalize('NFD')
    .replaceAll(/[^A-Za-z.]/gu, '')
    .toLowerCase()
  return element(
    'leerkracht',
    [
      ...nameElements(one),
      text('emailadres', `${mail}@klimboom.example`),
      text('rol', one.task),
      ...(one.groups.length === 0 ? [] : [element('groepen', one.groups.map(groupTaught))]),
    ],
    one.key,
  )
}

const groupTaught = (key: string): string => reference(key === mixedGroup.key ? 'samengestelde_groep' : 'groep', key)

const nameElements = ({ firstName, prefix, lastName }: Name): string[] => [
  text('achternaam', lastName),
  ...(prefix === null ? [] : [text('voorvoegsel', prefix)]),
  ...(firstName === null ? [] : [text('voorletters-1', `${[...firstName][0] ?? ''}.`), text('roepnaam', firstName)]),
]

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const text = (name: string, value: string): string => `<${name}>${escaped(value)}</${name}>`
const reference = (name: string, key: string): string => `<${name} key="${escaped(key)}"/>`
const element = (name: string, content: readonly string[], key?: string): string =>
  `<${name}${key === undefined ? '' : ` key="${escaped(key)}"`}>\n${content.join('\n')}\n</${name}>`
