import type { FC } from 'hono/jsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Note } from '#ui/part/note.tsx'
import type { Sheet, Slip } from '../sheet.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { LetterSheet } from './letter-sheet.tsx'
import { SlipSheet } from './slip-sheet.tsx'

export interface SheetsPageProps {
  frame: Frame
  sheets: readonly Sheet[]
  slips: readonly Slip[]
  loopback: boolean
  /** Where the letters were asked for. */
  back: string
}

/** Letters as they come out of the printer, each on a sheet of its own: two homes never share one. */
export const SheetsPage: FC<SheetsPageProps> = ({ frame, sheets, slips, loopback, back }) => {
  const { sheets: words, office } = texts(frame.lang)
  const title = slips.length > 0 ? words.slipsTitle(slips.length) : words.title(sheets.length)
  return (
    <DeskFrame frame={frame} title={title}>
      <div class="stack no-print">
        <PageHead title={title} crumbs={[{ label: office.title, href: paths.letters }, { label: title }]} />
        <p class="lead">{words.once}</p>
        {loopback && <Note tone="notice">{office.loopback}</Note>}
        <p>
          <a class="link-row" href={back}>
            {words.back}
          </a>
        </p>
      </div>
      {sheets.map((sheet) => (
        <LetterSheet sheet={sheet} />
      ))}
      {slips.length > 0 && (
        <div class="slips">
          {slips.map((slip) => (
            <SlipSheet frame={frame} slip={slip} />
          ))}
        </div>
      )}
    </DeskFrame>
  )
}
