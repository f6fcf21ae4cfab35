import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { Tag } from '#ui/part/tag.tsx'
import type { Agreement, Laying } from '../agreement.ts'
import { paths } from '../paths.ts'
import type { Said } from '../said.ts'
import { scopeWords } from '../scope-words.ts'
import { kindWords, texts } from '../texts.ts'
import { written } from './written.ts'
import { layingWords } from './laying-words.ts'

/** One question to one body, with the agreement it is about. */
export type Matter = { agreement: Agreement; laying: Laying; isOwn: boolean; daysLeft: number | null }

export interface CouncilPageProps {
  frame: Frame
  today: string
  waiting: readonly Matter[]
  decided: readonly Matter[]
  said: Said | undefined
}

/** What waits for the council: before whom it lies, how long the term still is; and what was decided. */
export const CouncilPage: FC<CouncilPageProps> = ({ frame, waiting, decided, said }) => {
  const { lang } = frame
  const words = texts(lang).council
  return (
    <OwnFrame frame={frame} title={words.title} wide>
      {said && <Note>{texts(lang).said[said]}</Note>}
      <PageHead title={words.title} line={words.line} />
      <Card id="wacht" title={words.waiting}>
        {waiting.length === 0 ? (
          <Empty>{words.none}</Empty>
        ) : (
          <ul class="lines lines-deeds">
            {waiting.map((matter) => (
              <MatterLine lang={lang} matter={matter} />
            ))}
          </ul>
        )}
      </Card>
      <Card id="besloten" title={words.decided}>
        {decided.length === 0 ? (
          <Empty>{words.noneDecided}</Empty>
        ) : (
          <ul class="lines lines-deeds">
            {decided.map((matter) => (
              <MatterLine lang={lang} matter={matter} />
            ))}
          </ul>
        )}
      </Card>
    </OwnFrame>
  )
}

const MatterLine: FC<{ lang: Lang; matter: Matter }> = ({ lang, matter: { agreement, laying, isOwn, daysLeft } }) => {
  const words = texts(lang)
  const { answer } = laying
  const isOpen = answer === null && agreement.withdrawn === null
  const name = kindWords(lang, agreement.kind).name
  return (
    <li class="row spread">
      <span>
        <a class="link-row" href={paths.agreement(agreement.id)}>
          {name}
          <span class="vh">, {scopeWords(lang, agreement)}</span>
        </a>
        <br />
        <small class="muted">
          <bdi>{words.agreed.forWhom(scopeWords(lang, agreement))}</bdi>.{' '}
          {answer === null && agreement.withdrawn !== null
            ? `${words.withdraw.on(dateInWords(lang, agreement.withdrawn.on))} (${words.bodies[laying.body]})`
            : layingWords(lang, laying)}
          .
        </small>
        {answer === null && agreement.withdrawn !== null && (
          <>
            <br />
            <small {...written(lang)}>{agreement.withdrawn.reason}</small>
          </>
        )}
        {isOpen && isOwn && (
          <>
            <br />
            <small>{words.council.ofYours}</small>
          </>
        )}
      </span>
      {isOpen && daysLeft !== null && (
        <Tag tone={daysLeft < 0 ? 'notice' : 'hold'} icon="waiting">
          {daysLeft < 0 ? words.lay.late : words.council.daysLeft(daysLeft)}
        </Tag>
      )}
    </li>
  )
}
