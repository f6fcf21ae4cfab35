import type { FC } from 'hono/jsx'
import type { Lang } from '#ui/layout/frame.ts'
import type { SubjectResults } from '../known.ts'
import { texts } from '../texts.ts'
import { gradeSaid } from './grade-words.tsx'

type Point = { tenths: number; said: string }

/** How the grades of one subject went, in words and drawn. Levels and letters are never drawn: they do not make a line. */
export const SubjectChart: FC<{ lang: Lang; one: SubjectResults }> = ({ lang, one }) => {
  const { chart } = texts(lang)
  const points = one.results.flatMap(({ tenths }) =>
    tenths === null ? [] : [{ tenths, said: gradeSaid(lang, { tenths, mark: null }) }],
  )
  const line = <p>{inWords(lang, points)}</p>
  if (points.length < 2) return line
  return (
    <figure class="stack-s">
      <figcaption class="stack-s">
        <span class="vh">{chart.title(one.subject)}</span>
        {line}
      </figcaption>
      <Drawn points={points} width={640} class="chart chart-wide" />
      <Drawn points={points} width={340} class="chart chart-narrow" />
    </figure>
  )
}

const inWords = (lang: Lang, points: readonly Point[]): string => {
  const { chart } = texts(lang)
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined) return ''
  if (points.length === 1) return chart.one(first.said)
  const inOrder = points.toSorted((one, other) => one.tenths - other.tenths)
  const between = chart.between(inOrder[0]?.said ?? '', inOrder.at(-1)?.said ?? '')
  const how =
    last.tenths > first.tenths
      ? chart.up(first.said, last.said)
      : last.tenths < first.tenths
        ? chart.down(first.said, last.said)
        : chart.same(first.said)
  return points.length > 2 ? `${how} ${between}` : how
}

const height = 150
const side = { left: 30, right: 24, top: 26, bottom: 12 }

/** The table under it says the same, so that it is a picture alone. The axis runs from 1 to 10, so that no difference looks large. */
const Drawn: FC<{ points: readonly Point[]; width: number; class: string }> = ({ points, width, class: name }) => {
  const x = (at: number): number => side.left + ((width - side.left - side.right) * at) / Math.max(1, points.length - 1)
  const y = (tenths: number): number => side.top + ((height - side.top - side.bottom) * (100 - tenths)) / 90
  const at = (value: number): string => value.toFixed(1)
  // With many points every value would be drawn over the next: the first, the last and some between tell enough.
  const every = Math.ceil(points.length / (width > 400 ? 14 : 7))
  return (
    <svg class={name} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {[10, 40, 70, 100].map((tenths) => (
        <>
          <line class="grid" x1={side.left} x2={width - side.right} y1={at(y(tenths))} y2={at(y(tenths))} />
          <text x={side.left - 8} y={at(y(tenths) + 5)} text-anchor="end">
            {tenths / 10}
          </text>
        </>
      ))}
      <polyline class="line" points={points.map(({ tenths }, i) => `${at(x(i))},${at(y(tenths))}`).join(' ')} />
      {points.map(({ tenths, said }, i) => (
        <>
          <circle class="point" cx={at(x(i))} cy={at(y(tenths))} r="4" />
          {(i % every === 0 || i === points.length - 1) && (
            <text class="value" x={at(x(i))} y={at(y(tenths) - 10)} text-anchor="middle">
              {said}
            </text>
          )}
        </>
      ))}
    </svg>
  )
}
