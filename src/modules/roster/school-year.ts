import { schoolYearAround } from '#modules/school/index.ts'
import type { Repair, RosterFile } from './roster.ts'

/** A school year; `id` is null when the school does not have it yet and the import adds it. */
export type ImportYear = { id: string | null; label: string; startsOn: string; endsOn: string }

export type ChosenYear = { year: ImportYear; on: string; repair: Repair | null }

/**
 * The school year a file belongs to, and the day from which it holds: today, or the first day of a year that is still to
 * come. A file of a year that is over, or far away, is taken for the year of today, and that is said.
 */
export const chooseYear = (
  file: Pick<RosterFile, 'schoolYear'>,
  years: readonly ImportYear[],
  today: string,
): ChosenYear => {
  const around = schoolYearAround(today)
  const current = years.find((year) => year.startsOn <= today && today <= year.endsOn) ??
    years.find((year) => year.label === around.label) ?? { id: null, ...around }
  const said = file.schoolYear
  if (said === null || said.label === current.label) return { year: current, on: today, repair: null }
  const next = schoolYearAround(`${Number(around.label.slice(0, 4)) + 1}-08-01`)
  const wanted =
    years.find((year) => year.label === said.label && year.endsOn >= today) ??
    (said.label === next.label ? { id: null, ...next } : null)
  if (wanted) return { year: wanted, on: wanted.startsOn > today ? wanted.startsOn : today, repair: null }
  return {
    year: current,
    on: today,
    repair: {
      line: said.line,
      kind: 'file',
      code: 'schoolYearOther',
      field: 'schoolYear',
      found: said.label,
      becomes: current.label,
    },
  }
}
