import type { FC } from 'hono/jsx'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { ChildrenSwitch } from '#ui/part/children-switch.tsx'
import { Fold } from '#ui/part/fold.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Section } from '#ui/part/section.tsx'
import { Tag } from '#ui/part/tag.tsx'
import type { Agreement } from '../agreement.ts'
import type { Held, HeldTheme } from '../holding.ts'
import { shapeOf } from '../kinds/kinds.ts'
import type { AgreementNews } from '../news-queries.ts'
import type { OwnSituation } from '../own-queries.ts'
import { paths } from '../paths.ts'
import type { Said } from '../said.ts'
import { scopeWords } from '../scope-words.ts'
import { catalogue, kindWords, texts } from '../texts.ts'
import { NewsCard } from './news-card.tsx'
import { AgreedLine } from './agreed-line.tsx'
import { ThreeLines } from './deal.tsx'
import { SearchForm } from './search-form.tsx'

export interface OwnPageProps {
  frame: Frame
  today: string
  hat: 'guardian' | 'pupil'
  family: readonly OwnSituation[]
  /** The one child shown. */
  chosen: OwnSituation | null
  held: readonly HeldTheme[]
  /** Where the reader stands, when no child is shown. */
  schools: readonly { name: string; key: string }[]
  /** What is new to the reader, or waits for a yes or an answer. */
  news: readonly AgreementNews[]
  search: string
  found: readonly Agreement[] | null
  said: Said | undefined
}

/** The agreements that hold for a child, and why. */
export const OwnPage: FC<OwnPageProps> = (props) => {
  const { frame, today, hat, family, chosen, held, news, found, said } = props
  const { lang } = frame
  const words = texts(lang)
  return (
    <OwnFrame frame={frame} title={words.own.title} wide>
      {said && <Note>{words.said[said]}</Note>}
      <PageHead title={words.own.title} line={words.own.line} />
      {family.length > 1 && (
        <ChildrenSwitch
          label={words.own.title}
          items={family.map(({ id, name }) => ({ href: paths.ofChild(id), name, current: id === chosen?.id }))}
        />
      )}
      <NewsCard lang={lang} news={news} />
      {chosen === null ? (
        <NoChild {...props} />
      ) : (
        <>
          <SearchForm
            lang={lang}
            action={paths.agreements}
            kept={hat === 'guardian' ? { kind: chosen.id } : {}}
            search={props.search}
            found={found}
          />
          <Section
            id="geldt"
            title={hat === 'pupil' ? words.own.ofSelf : <Name>{words.own.ofChild(chosen.name)}</Name>}
            deed={
              <a class="link-row" href={paths.shown(chosen.schoolKey)}>
                {words.own.publicPage}
              </a>
            }
          >
            {held.map(({ theme, held: own, ofSubjects }) => {
              const isShown = ({ agreement }: Held): boolean =>
                found === null || found.some(({ id }) => id === agreement.id)
              const [shown, bySubject] = [own.filter(isShown), ofSubjects.filter(isShown)]
              if (shown.length + bySubject.length === 0 && found !== null) return null
              return (
                <section class="theme theme-close" aria-labelledby={`kop-${theme}`}>
                  <h3 id={`kop-${theme}`} class="sec-head">
                    {catalogue(lang).themes[theme].name}
                  </h3>
                  {own.length === 0 && <p class="muted">{words.publicPage.notYet}.</p>}
                  {[...shown, ...bySubject].map((one) => (
                    <HeldPart lang={lang} today={today} held={one} />
                  ))}
                </section>
              )
            })}
          </Section>
        </>
      )}
    </OwnFrame>
  )
}

/** Without a child nothing is said of what holds for one; what holds for everybody stands on the page of the school. */
const NoChild: FC<OwnPageProps> = ({ frame, hat, schools }) => {
  const words = texts(frame.lang).own
  return (
    <section class="card stack-s">
      <p>{hat === 'pupil' ? words.noSelf : words.noChild}</p>
      <ul class="lines">
        {schools.map(({ key, name }) => (
          <li>
            <a class="link-row" href={paths.shown(key)}>
              <bdi>{texts(frame.lang).publicPage.titleOf(name)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is agreed in a few sentences; who does what, why it holds and who said yes behind one line. */
const HeldPart: FC<{ lang: Lang; today: string; held: Held }> = ({ lang, today, held: { agreement, insteadOf } }) => {
  const words = texts(lang).own
  return (
    <article class="stack-s" aria-labelledby={`afspraak-${agreement.id}`}>
      <p class="row">
        <strong id={`afspraak-${agreement.id}`}>
          <a href={paths.agreement(agreement.id)}>{kindWords(lang, agreement.kind).name}</a>
        </strong>
        {agreement.scope.level !== 'school' && (
          <Tag>
            <bdi>{scopeWords(lang, agreement)}</bdi>
          </Tag>
        )}
      </p>
      {agreement.scope.level === 'subject' && <p class="muted">{words.ifSubject(scopeWords(lang, agreement))}</p>}
      <p>{kindWords(lang, agreement.kind).says(agreement.terms).join(' ')}</p>
      <Fold title={words.why}>
        <p>{whyWords(lang, agreement)}</p>
        {insteadOf !== null && (
          <p>
            {words.inPlaceOf(
              kindWords(lang, insteadOf.kind).says(insteadOf.terms).join(' '),
              scopeWords(lang, insteadOf),
            )}
          </p>
        )}
        <ThreeLines lang={lang} agreement={agreement} />
        <AgreedLine lang={lang} agreement={agreement} today={today} />
      </Fold>
    </article>
  )
}

const whyWords = (lang: Lang, agreement: Agreement): string => {
  const words = texts(lang).own.whyScope
  const what = scopeWords(lang, agreement)
  switch (agreement.scope.level) {
    case 'school':
      // Of what is agreed about another pupil the reader may know nothing, and it may be there.
      return shapeOf(agreement.kind).levels.length > 1 ? words.schoolBut : words.school
    case 'pupil':
      return words.pupil
    case 'stage':
      return words.stage(what)
    case 'year':
      return words.year(what)
    case 'class':
      return words.class(what)
    case 'subject':
      return words.subject(what)
  }
}
