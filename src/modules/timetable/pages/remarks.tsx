import type { FC } from 'hono/jsx'
import type { Lang } from '#ui/layout/frame.ts'
import { Card } from '#ui/part/section.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import type { ReadingDetails } from '../queries.ts'
import { groupRemarks, type RemarkGroup } from '../remark-groups.ts'
import { texts } from '../texts.ts'

/** What was not read of the last file, and what was put right: nothing when the file was whole. */
export const Remarks: FC<{ lang: Lang; details: Pick<ReadingDetails, 'repairs' | 'refusals'> }> = ({
  lang,
  details,
}) => {
  const words = texts(lang)
  const refusals = groupRemarks(details.refusals).map((group) => lineOf(group, words.refusals[group.what]))
  const repairs = groupRemarks(details.repairs).map((group) => lineOf(group, words.repairs[group.what]))
  return (
    <>
      {refusals.length > 0 && (
        <RemarkCard
          lang={lang}
          id="geweigerd"
          title={words.one.refusals}
          line={words.one.refusalsLine}
          rows={refusals}
        />
      )}
      {repairs.length > 0 && <RemarkCard lang={lang} id="verbeterd" title={words.one.repairs} rows={repairs} />}
    </>
  )
}

type RemarkLine = { sentence: string; lines: string; count: number }

const lineOf = ({ what, lines, zones, count }: RemarkGroup<string>, sentence: string): RemarkLine => ({
  sentence: what === 'zone-derived' ? `${sentence} (${zones.join(', ')})` : sentence,
  lines: `${lines.join(', ')}${lines.length > 0 && count > lines.length ? ', …' : ''}`,
  count,
})

const RemarkCard: FC<{ lang: Lang; id: string; title: string; line?: string; rows: readonly RemarkLine[] }> = (
  props,
) => {
  const words = texts(props.lang).one
  return (
    <Card id={props.id} title={props.title}>
      <div class="stack-s">
        {props.line && <p class="muted">{props.line}</p>}
        <DataTable
          caption={props.title}
          captionHidden
          columns={[
            { head: words.what, rowHead: true, cell: ({ sentence }) => sentence },
            { head: words.lines, cell: ({ lines }) => lines },
            { head: words.times, number: true, cell: ({ count }) => count },
          ]}
          rows={props.rows}
        />
      </div>
    </Card>
  )
}
