import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { spokenIn, type Lang } from '#ui/layout/frame.ts'
import { stateOn, type Agreement } from '../agreement.ts'
import { compareTexts, differs, type Part } from '../compare.ts'
import { kindWords, texts } from '../texts.ts'
import { written } from './written.ts'

/** Two versions of an agreement side by side, with every changed word and mark shown in both. */
export const Comparison: FC<{ lang: Lang; before: Agreement; after: Agreement; today: string }> = (props) => {
  const { lang, before, after, today } = props
  const words = texts(lang)
  const rows = rowsOf(lang, before, after)
  const isSame = rows.every(({ parts }) => !differs(parts))
  return (
    <div class="stack">
      {isSame && <p>{words.page.noDifference}</p>}
      {rows.map(({ name, parts, attributes }) => (
        <div class="stack-s">
          <h3 class="sec-head">{name}</h3>
          {differs(parts) ? (
            <div class="sides">
              <div>
                <small class="muted">{versionWords(lang, before, today)}</small>
                <p {...attributes}>
                  <Side lang={lang} parts={parts} leaves="new" />
                </p>
              </div>
              <div>
                <small class="muted">{versionWords(lang, after, today)}</small>
                <p {...attributes}>
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

/** Which version it is, on a day: what holds, what will, what is proposed, or else the one of its day. */
const versionWords = (lang: Lang, one: Agreement, today: string): string => {
  const words = texts(lang).page.version
  const day = dateInWords(lang, one.startsOn ?? one.writtenOn)
  const state = stateOn(one, today)
  if (state === 'in-force') return words.holds(day)
  if (state === 'coming') return words.comes(day)
  return ['draft', 'offered', 'laid'].includes(state) ? words.proposed(day) : words.other(day)
}

type Row = { name: string; parts: Part[]; attributes: object }

const rowsOf = (lang: Lang, before: Agreement, after: Agreement): Row[] => {
  const words = texts(lang)
  const says = ({ kind, terms }: Agreement): string => kindWords(lang, kind).says(terms).join(' ')
  return [
    { name: words.page.says, parts: compareTexts(says(before), says(after)), attributes: { dir: 'auto' } },
    ...(['school', 'parents', 'pupils'] as const).map((role) => ({
      name: words.roles[role],
      parts: compareTexts(before.lines[role], after.lines[role]),
      attributes: written(lang),
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
              <span class="vh" {...spokenIn(lang, 'nl')}>
                {words.gone}{' '}
              </span>
              {text}
            </del>
          ) : (
            <ins>
              <span class="vh" {...spokenIn(lang, 'nl')}>
                {words.fresh}{' '}
              </span>
              {text}
            </ins>
          ),
        )}
    </>
  )
}
