import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'
import { Fold } from '#ui/part/fold.tsx'
import { Name } from '#ui/part/name.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import type { Known, SubjectResults } from '../known.ts'
import { texts } from '../texts.ts'
import { GradeMark, gradeSaid } from './grade-words.tsx'
import { SubjectChart } from './subject-chart.tsx'

/** One subject, folded: how it went as a small chart and in words, and each result with what the teacher says. */
export const SubjectFold: FC<{ lang: Lang; one: SubjectResults }> = ({ lang, one }) => {
  const words = texts(lang)
  const { subject, dossier, results } = one
  const weighs = results.some(({ tenths }) => tenths !== null)
  const isOfWords = results.every(({ tenths, mark }) => tenths === null && mark === null)
  const title = dossier === 'exam' ? words.own.examOf(subject) : subject
  return (
    <Fold title={<Name>{title}</Name>}>
      <div class="stack">
        {weighs && <SubjectChart lang={lang} one={one} />}
        {results.some(({ retakeOf }) => retakeOf !== null) && <p class="small">{words.retakeCounts}</p>}
        {results.some(({ kind }) => kind === 'cito') && <p class="small">{words.levels}</p>}
        <DataTable<Known>
          caption={words.chart.table(title)}
          captionHidden
          rows={results}
          columns={[
            { head: words.chart.test, rowHead: true, cell: (result) => <TestCell lang={lang} result={result} /> },
            ...(isOfWords
              ? []
              : [
                  {
                    head: words.outcome,
                    number: true,
                    cell: (result: Known) => <GradeMark lang={lang} got={result} />,
                  },
                ]),
            ...(weighs
              ? [{ head: words.chart.weight, number: true, cell: (result: Known) => weightOf(lang, result) }]
              : []),
          ]}
        />
      </div>
    </Fold>
  )
}

const weightOf = (lang: Lang, { weight, retakeOf, tenths }: Known): string => {
  const words = texts(lang)
  if (retakeOf !== null) return ''
  return weight === 0 || tenths === null ? words.notCounted : String(weight)
}

const TestCell: FC<{ lang: Lang; result: Known }> = ({ lang, result }) => {
  const words = texts(lang)
  const before = result.before.at(-1)
  return (
    <>
      <Name>{result.title}</Name>
      <br />
      <small class="muted">
        {result.retakeOf === null ? words.kinds[result.kind] : words.retake}, {dateInWords(lang, result.madeOn)}
        {result.period !== null && (
          <>
            , <Name>{result.period}</Name>
          </>
        )}
        {before !== undefined && `, ${words.changed}. ${words.was(gradeSaid(lang, before))}`}
      </small>
      {result.words !== null && (
        <p class="small" dir="auto">
          “{result.words}”
        </p>
      )}
    </>
  )
}
