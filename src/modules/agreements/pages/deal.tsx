import type { Child, FC } from 'hono/jsx'
import type { Lang } from '#ui/layout/frame.ts'
import { Tag } from '#ui/part/tag.tsx'
import { stateOn, type Agreement } from '../agreement.ts'
import { shapeOf } from '../kinds/kinds.ts'
import { scopeWords } from '../scope-words.ts'
import { kindWords, texts } from '../texts.ts'
import { written } from './written.ts'
import { AgreedLine, type KeptLine } from './agreed-line.tsx'

export interface DealProps {
  lang: Lang
  agreement: Agreement
  today: string
  /** The page says already what it is called and for whom: its head is for screen readers alone. */
  isTitled?: boolean | undefined
  /** The level of its heading on this page. */
  heading?: 'h2' | 'h3' | undefined
  /** Where the whole agreement stands. */
  href?: string | undefined
  kept?: KeptLine | null | undefined
  children?: Child
}

/** One agreement: what is agreed, the three lines, and the double line beside it. */
export const Deal: FC<DealProps> = (props) => {
  const { lang, agreement, today, heading: Heading = 'h3', isTitled, href, kept, children } = props
  const words = texts(lang)
  const { kind, scope } = agreement
  const name = kindWords(lang, kind).name
  return (
    <article class="deal" aria-labelledby={`afspraak-${agreement.id}`}>
      <header class={isTitled ? 'vh' : undefined}>
        <Heading id={`afspraak-${agreement.id}`}>{href === undefined ? name : <a href={href}>{name}</a>}</Heading>
        {scope.level !== 'school' && (
          <Tag>
            <bdi>{scopeWords(lang, agreement)}</bdi>
          </Tag>
        )}
        {stateOn(agreement, today) === 'coming' && (
          <Tag tone="hold" icon="waiting">
            {words.states.coming}
          </Tag>
        )}
      </header>
      <div class="words">
        <Says lang={lang} agreement={agreement} />
        <ThreeLines lang={lang} agreement={agreement} />
        {shapeOf(kind).enforcer === null && <p class="muted small">{words.notEnforced}</p>}
        {children}
      </div>
      <AgreedLine lang={lang} agreement={agreement} today={today} kept={kept ?? null} />
    </article>
  )
}

/** What is agreed, in sentences that state the parameters. */
export const Says: FC<{ lang: Lang; agreement: Pick<Agreement, 'kind' | 'terms'> }> = ({ lang, agreement }) => (
  <div class="says">
    {kindWords(lang, agreement.kind)
      .says(agreement.terms)
      .map((sentence) => (
        <p>{sentence}</p>
      ))}
  </div>
)

export const ThreeLines: FC<{ lang: Lang; agreement: Pick<Agreement, 'lines'> }> = ({ lang, agreement: { lines } }) => {
  const words = texts(lang).roles
  return (
    <dl class="three">
      {(['school', 'parents', 'pupils'] as const).map((role) => (
        <div>
          <dt>{words[role]}</dt>
          <dd {...written(lang)}>{lines[role]}</dd>
        </div>
      ))}
    </dl>
  )
}
