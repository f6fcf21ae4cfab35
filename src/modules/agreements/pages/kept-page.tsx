import type { FC } from 'hono/jsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Empty } from '#ui/part/empty.tsx'
import { Tag } from '#ui/part/tag.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import type { Agreement } from '../agreement.ts'
import { paths } from '../paths.ts'
import { scopeWords } from '../scope-words.ts'
import { kindWords, texts } from '../texts.ts'
import { monthInWords, shareOf, type KeptLine } from './agreed-line.tsx'
import { Says } from './deal.tsx'
import { PublicSchoolFrame, type ShownSchool } from './public-page.tsx'

export interface KeptPageProps {
  frame: Frame
  school: ShownSchool
  /** It is agreed to count. */
  isMeasured: boolean
  /** Those of which it can be counted whether the school kept its line. */
  agreements: readonly Agreement[]
  /** By the id of the agreement, the newest month first. */
  kept: ReadonlyMap<string, readonly KeptLine[]>
}

/** The report of each month: how often the school kept its own line, over all teachers together. */
export const KeptPage: FC<KeptPageProps> = ({ frame, school, isMeasured, agreements, kept }) => {
  const { lang } = frame
  const words = texts(lang)
  return (
    <PublicSchoolFrame frame={frame} school={school} title={`${words.kept.title} ${school.name}`}>
      <header>
        <h1>{words.kept.title}</h1>
        <p class="lead">{isMeasured ? words.kept.lead : words.kept.off}</p>
        <p class="no-print">
          <a href={paths.shown(school.key)}>{words.publicPage.back}</a>
        </p>
      </header>
      {isMeasured && agreements.length === 0 && <Empty>{words.kept.nothing}</Empty>}
      {isMeasured &&
        agreements.map((agreement) => {
          const months = kept.get(agreement.id) ?? []
          const { name } = kindWords(lang, agreement.kind)
          const who = scopeWords(lang, agreement)
          return (
            <section class="theme">
              <header>
                <h2>
                  <a href={paths.shownOne(school.key, agreement.id)}>{name}</a>
                </h2>
                <Tag>
                  <bdi>{who}</bdi>
                </Tag>
              </header>
              <Says lang={lang} agreement={agreement} />
              {months.length === 0 ? (
                <p class="muted">{words.kept.notYet}</p>
              ) : (
                <DataTable
                  caption={`${name}, ${who}`}
                  captionHidden
                  rows={months}
                  columns={[
                    { head: words.kept.head.month, rowHead: true, cell: ({ month }) => monthInWords(lang, month) },
                    {
                      head: words.kept.head.kept(agreement.kind),
                      number: true,
                      cell: (one) => words.kept.times(one.kept, one.total, shareOf(one)),
                    },
                  ]}
                />
              )}
            </section>
          )
        })}
    </PublicSchoolFrame>
  )
}
