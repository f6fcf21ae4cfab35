import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'
import type { Agreement } from '../agreement.ts'
import { compareTexts, differs, type Part } from '../compare.ts'
import { kindWords, texts } from '../texts.ts'

/** Two versions of an agreement side by side, with every changed word and mark shown in both. */
export const Comparison: FC<{ lang: Lang; before: Agreement; after: Agreement }> = ({ lang, before, after }) => {
  const words = texts(lang)
  const rows = rowsOf(lang, before, after)
  const isSame = rows.every(({ parts }) => !differs(parts))
  const dayOf = (one: Agreement): string => dateInWords(lang, one.startsOn ?? one.writtenOn)
  return (
    <div class="stack">
      {isSame && <p>{words.page.noDifference}</p>}
      {rows.map(({ name, parts }) => (
        <div class="stack-s">
          <h3 class="sec-head">{name}</h3>
          {differs(parts) ? (
            <div class="sides">
              <div>
                <small class="muted">
                  {words.page.before}, {dayOf(before)}
                </small>
                <p dir="auto">
                  <Side lang={lang} parts={parts} leaves="new" />
                </p>
              </div>
              <div>
                <small class="muted">
                  {words.page.after}, {dayOf(after)}
                </small>
                <p dir="auto">
                  <Side lang={lang} parts={parts} leaves="gone" />
                </p>
              </div>
            </div>
          ) : (
            <p class="muted">{words.page.same}</p>
          )}
        </div>
      ))}
    </div>
  )
}

const rowsOf = (lang: Lang, before: Agreement, after: Agreement): { name: string; parts: Part[] }[] => {
  const words = texts(lang)
  const says = ({ kind, terms }: Agreement): string => kindWords(lang, kind).says(terms).join(' ')
  return [
    { name: words.page.says, parts: compareTexts(says(before), says(after)) },
    ...(['school', 'parents', 'pupils'] as const).map((role) => ({
      name: words.roles[role],
      parts: compareTexts(before.lines[role], after.lines[role]),
    })),
  ]
}

const Side: FC<{ lang: Lang; parts: readonly Part[]; leaves: 'gone' | 'new' }> = ({ lang, parts, leaves }) => {
  const words = texts(lang).page
  return (
    <>
      {parts
        .filter(({ as }) => as !== leaves)
        .map(({ as, text }) =>
          as === 'same' ? (
            text
          ) : as === 'gone' ? (
            <del>
              <span class="vh">{words.gone} </span>
              {text}
            </del>
          ) : (
            <ins>
              <span class="vh">{words.fresh} </span>
              {text}
            </ins>
          ),
        )}
    </>
  )
}
