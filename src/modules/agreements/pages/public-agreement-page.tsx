import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import type { Frame } from '#ui/layout/frame.ts'
import type { Agreement } from '../agreement.ts'
import { paths } from '../paths.ts'
import { kindWords, texts } from '../texts.ts'
import { written } from './written.ts'
import { Comparison } from './compare-words.tsx'
import { Deal } from './deal.tsx'
import { PublicSchoolFrame, type ShownSchool } from './public-page.tsx'

export interface PublicAgreementPageProps {
  frame: Frame
  school: ShownSchool
  today: string
  agreement: Agreement
  before: Agreement | null
  after: Agreement | null
  /** May draft the same for an own school. */
  copies: boolean
}

/** One agreement for everybody, with what it took the place of, and what took its. */
export const PublicAgreementPage: FC<PublicAgreementPageProps> = (props) => {
  const { frame, school, today, agreement, before, after } = props
  const words = texts(frame.lang)
  const name = kindWords(frame.lang, agreement.kind).name
  const since = (one: Agreement): string => dateInWords(frame.lang, one.startsOn ?? one.writtenOn)
  return (
    <PublicSchoolFrame frame={frame} school={school} title={`${name}, ${school.name}`}>
      <header>
        <h1>{name}</h1>
        <p class="no-print">
          <a href={paths.shown(school.key)}>{words.publicPage.back}</a>
        </p>
      </header>
      <section class="theme">
        <Deal lang={frame.lang} agreement={agreement} today={today} heading="h2" isTitled>
          {props.copies && (
            <p class="no-print">
              <a class="btn" href={paths.freshCopy(school.key, agreement.id)}>
                {words.publicPage.copy}
              </a>
            </p>
          )}
          {agreement.endReason !== null && <p {...written(frame.lang)}>{agreement.endReason}</p>}
        </Deal>
      </section>
      {(before !== null || after !== null) && (
        <section class="theme" id="anders" aria-labelledby="kop-anders">
          <h2 id="kop-anders">{words.page.compare}</h2>
          {before !== null && (
            <>
              <p>
                <a href={paths.shownOne(school.key, before.id)}>{words.page.compareWith(since(before))}</a>
              </p>
              <Comparison lang={frame.lang} before={before} after={agreement} today={today} />
            </>
          )}
          {after !== null && (
            <p>
              <a href={paths.shownOne(school.key, after.id)}>{words.page.replacedBy(since(after))}</a>
            </p>
          )}
        </section>
      )}
    </PublicSchoolFrame>
  )
}
