import { csvFile } from '../csv-file.ts'
import { letters } from '../draw-family.ts'
import type { Household } from '../families.ts'
import { colleagues } from './cast-staff.ts'
import { bornOn } from './people.ts'
import type { Teams } from './teams.ts'

const order = new Intl.Collator('nl', { numeric: true })

/** The list of pupils as an administration for secondary education exports it. @param year as 2026-2027 */
export const pupilsFile = (households: readonly Household[], year: string, today: string): Uint8Array =>
  csvFile(
    ['Stamnummer', 'Roepnaam', 'Tussenvoegsel', 'Achternaam', 'Geboortedatum', 'Leerjaar', 'Stamklas', 'E-mailadres'],
    households
      .flatMap(({ pupils }) => pupils)
      .toSorted((one, other) => order.compare(one.group, other.group) || order.compare(one.lastName, other.lastName))
      .map((pupil) => [
        pupil.key,
        pupil.firstName,
        pupil.prefix,
        pupil.lastName,
        bornOn(pupil, Number(year.slice(0, 4)), today),
        String(pupil.year),
        pupil.group,
        `${pupil.key}@leerling.overkant.example`,
      ]),
  )

/** The list of staff, with the classes each of them teaches. */
export const staffFile = ({ teachers, courses }: Teams): Uint8Array => {
  const taken = new Set<string>()
  const mailOf = ({ key, firstName, lastName }: (typeof colleagues)[number]): string => {
    const short = `${letters(firstName ?? '').slice(0, 1)}.${letters(lastName)}`
    const name = taken.has(short) ? `${short}.${key.slice(-3)}` : short
    taken.add(name)
    return `${name}@overkant.example`
  }
  const taught = Map.groupBy(courses, ({ teacher }) => teacher)
  return csvFile(
    ['Personeelsnummer', 'Roepnaam', 'Tussenvoegsel', 'Achternaam', 'E-mailadres', 'Klassen'],
    [...colleagues, ...teachers.map((one) => ({ ...one, role: 'teacher' as const }))].map((one) => [
      one.key,
      one.firstName,
      one.prefix,
      one.lastName,
      mailOf(one),
      [...new Set((taught.get(one.key) ?? []).map(({ group }) => group))].join(', '),
    ]),
  )
}
