import type { FC } from 'hono/jsx'
import type { Lang } from '#ui/layout/frame.ts'
import { Name } from '#ui/part/name.tsx'
import type { SubjectResults } from '../known.ts'
import { texts } from '../texts.ts'
import { averageSaid, GradeMark } from './grade-words.tsx'

export interface MarksTableProps {
  lang: Lang
  caption: string
  subjects: readonly SubjectResults[]
  /** Where one of them is opened; left out where there is no more to see. */
  hrefOf?: ((id: string) => string) | undefined
}

/** All subjects with what was got, and what it comes to. No colour tells one from another. */
export const MarksTable: FC<MarksTableProps> = ({ lang, caption, subjects, hrefOf }) => {
  const words = texts(lang)
  const hasAverage = subjects.some(({ average }) => average !== null)
  return (
    <table class="marks">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.subject}</th>
          <th scope="col">{words.grades}</th>
          {hasAverage && (
            <th scope="col">
              <abbr title={words.average}>{words.averageShort}</abbr>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {subjects.map((one) => (
          <tr>
            <th scope="row">
              <Name>{one.subject}</Name>
              {one.dossier === 'exam' && <small>{words.dossiers.exam}</small>}
            </th>
            <td>
              <span class="marks-list">
                {one.results.map((result) => {
                  const said =
                    result.tenths === null && result.mark === null ? (
                      words.kinds[result.kind]
                    ) : (
                      <GradeMark lang={lang} got={result} />
                    )
                  return hrefOf === undefined ? (
                    <span title={result.title}>{said}</span>
                  ) : (
                    <a href={hrefOf(result.id)}>
                      {said}
                      <span class="vh">
                        , <Name>{result.title}</Name>
                      </span>
                    </a>
                  )
                })}
              </span>
            </td>
            {hasAverage && <td class="total">{one.average === null ? '' : averageSaid(lang, one.average)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
