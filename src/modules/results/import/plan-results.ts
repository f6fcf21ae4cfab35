import { longest } from '../forms.ts'
import { readGrade } from '../read-grade.ts'
import type { Scale } from '../tables.ts'
import type { Judged } from './make-plan.ts'
import type { Counting, PlannedResult, Refusal } from './plan.ts'
import { shownName } from './pupil-names.ts'
import { refusal } from './read-lines.ts'

/** What the lines about one test do, pupil by pupil, over what counts now. A remark that a file leaves out stays as it is. */
export const planResults = (
  { scale }: { scale: Scale },
  all: readonly Judged[],
  counting: readonly Counting[],
): { results: PlannedResult[]; refused: Refusal[]; empty: number } => {
  const results: PlannedResult[] = []
  const refused: Refusal[] = []
  const current = new Map(counting.map((one) => [one.pupil, one]))
  const lines = new Map<string, number>()
  let empty = 0
  for (const { line } of all) {
    const { pupil } = line.pupil
    const grade = readGrade(scale, line.grade)
    const earlier = lines.get(pupil)
    if (line.grade === '' && scale !== 'words_only') empty += 1
    else if (line.grade !== '' && grade === null)
      refused.push({ ...refusal(line.line, 'gradeWrong', line.grade), scale })
    else if (line.words.length > longest.words) refused.push(refusal(line.line, 'wordsLong', '', String(longest.words)))
    else if (earlier !== undefined) refused.push(refusal(line.line, 'double', '', String(earlier)))
    else {
      lines.set(pupil, line.line)
      const before = current.get(pupil) ?? null
      const words = line.words === '' ? (before?.words ?? null) : line.words
      const [tenths, mark] = [grade?.tenths ?? null, grade?.mark ?? null]
      results.push({
        line: line.line,
        pupil,
        name: shownName(line.pupil),
        tenths,
        mark,
        words,
        before,
        change: changeOf(before, { tenths, mark, words }),
      })
    }
  }
  return { results, refused, empty }
}

const changeOf = (
  before: Counting | null,
  { tenths, mark, words }: Pick<Counting, 'tenths' | 'mark' | 'words'>,
): PlannedResult['change'] => {
  if (before === null) return 'new'
  return before.tenths === tenths && before.mark === mark && before.words === words ? 'same' : 'changed'
}
