import type { FC } from 'hono/jsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Pager } from '#ui/table/pager.tsx'
import { paths, type PreviewPart } from '../paths.ts'
import type { Preview } from '../preview.ts'
import { texts } from '../texts.ts'
import { listOf } from './preview-lists.tsx'

const linesPerPage = 200

export interface PartPageProps {
  frame: Frame
  preview: Preview
  part: PreviewPart
  /** Counts from 1. */
  page: number
}

/** One list of a preview, whole, a page at a time. */
export const PartPage: FC<PartPageProps> = ({ frame, preview, part, page }) => {
  const all = texts(frame.lang)
  const list = listOf(frame, preview, part)
  const pages = Math.max(1, Math.ceil(list.size / linesPerPage))
  const at = Math.min(page, pages)
  return (
    <DeskFrame frame={frame} title={list.title}>
      <PageHead
        title={list.title}
        crumbs={[
          { label: all.list.title, href: paths.ofSchool(preview.school) },
          { label: all.preview.title, href: paths.import(preview.id) },
          { label: list.title },
        ]}
      />
      {list.size === 0 ? <Empty>{all.preview.none}</Empty> : list.table((at - 1) * linesPerPage, linesPerPage)}
      <Pager page={at} pages={pages} hrefOf={(to) => paths.part(preview.id, part, to)} />
    </DeskFrame>
  )
}
