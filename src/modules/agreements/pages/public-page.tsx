import type { Child, FC } from 'hono/jsx'
import { dateInWords, dayInWords } from '#ui/date.ts'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { Language } from '#ui/layout/language.ts'
import { PublicFrame } from '#ui/layout/public-frame.tsx'
import { listInWords } from '#ui/list.ts'
import { Agreed } from '#ui/part/agreed.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Fold } from '#ui/part/fold.tsx'
import { Icon } from '#ui/part/icon.tsx'
import { Tag } from '#ui/part/tag.tsx'
import type { Agreement } from '../agreement.ts'
import { paths } from '../paths.ts'
import { catalogue, kindWords, texts } from '../texts.ts'
import type { ThemeView } from '../themes.ts'
import { written } from './written.ts'
import type { KeptLine } from './agreed-line.tsx'
import { Deal } from './deal.tsx'
import { SearchForm } from './search-form.tsx'

export type ShownSchool = { id: string; key: string; name: string; synthetic: boolean }

interface PublicPageProps {
  school: ShownSchool
  today: string
  themes: readonly ThemeView[]
  /** By the id of the agreement: how it went last month. */
  kept: ReadonlyMap<string, KeptLine>
  search: string
  /** What was found, when something is searched for. */
  found: readonly Agreement[] | null
  updatedOn: string | null
}

/** What stands on the page, the same for every reader of one language: written once for the same agreements. */
export type PublicContentProps = PublicPageProps & { lang: Lang }

/** "Onze afspraken": what a school, its parents and its pupils agreed, for everybody to read. */
export const PublicPage: FC<{ frame: Frame; school: ShownSchool; content: Child }> = ({ frame, school, content }) => (
  <PublicSchoolFrame frame={frame} school={school} title={texts(frame.lang).publicPage.titleOf(school.name)}>
    {content}
  </PublicSchoolFrame>
)

export const PublicContent: FC<PublicContentProps> = (props) => {
  const { lang, school, themes, found } = props
  const words = texts(lang).publicPage
  const isEmpty = themes.every(({ agreements, open }) => agreements.length === 0 && open === null)
  return (
    <Language.Provider value={lang}>
      <header>
        <h1>{words.title}</h1>
        <p class="lead">{isEmpty ? words.none : words.lead}</p>
        {!isEmpty && <SearchForm lang={lang} action={paths.shown(school.key)} search={props.search} found={found} />}
        {found === null && !isEmpty && <Themes lang={lang} themes={themes} />}
      </header>
      {found === null
        ? themes.map((theme) => <ThemePart {...props} theme={theme} />)
        : found.map((agreement) => (
            <section class="theme">
              <Deal
                lang={lang}
                agreement={agreement}
                today={props.today}
                heading="h2"
                href={paths.shownOne(school.key, agreement.id)}
              />
            </section>
          ))}
      <footer>
        <p>
          {props.updatedOn !== null && `${words.updated(dateInWords(lang, props.updatedOn))} `}
          {words.forAll}
        </p>
        <nav aria-label={words.earlier} class="no-print">
          <a href={paths.shownKept(school.key)}>{texts(lang).kept.title}</a>{' '}
          <a href={paths.shownEarlier(school.key)}>{words.earlier}</a>
        </nav>
      </footer>
      <Fold title={words.howTo}>
        <ol>
          {catalogue(lang).steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </Fold>
    </Language.Provider>
  )
}

/** The frame of a school's public pages. */
export const PublicSchoolFrame: FC<{ frame: Frame; school: ShownSchool; title: string; children?: Child }> = ({
  frame,
  school,
  title,
  children,
}) => {
  const words = texts(frame.lang).publicPage
  return (
    <PublicFrame
      frame={frame}
      title={title}
      school={{ name: school.name, href: paths.shown(school.key), synthetic: school.synthetic }}
      door={
        frame.who === null ? { href: '/inloggen', label: words.signIn } : { href: frame.links.home, label: words.toOwn }
      }
    >
      {children}
    </PublicFrame>
  )
}

const Themes: FC<{ lang: Lang; themes: readonly ThemeView[] }> = ({ lang, themes }) => (
  <nav aria-label={texts(lang).publicPage.themes} class="no-print">
    <ul class="toc">
      {themes.map(({ theme, agreements }) => (
        <li>
          <a href={`#${theme}`}>
            {agreements.length === 0 && <Icon name="waiting" size="small" />}
            {catalogue(lang).themes[theme].name}
            {agreements.length === 0 && <span class="vh"> ({texts(lang).publicPage.notYet.toLowerCase()})</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const ThemePart: FC<PublicContentProps & { theme: ThemeView }> = ({ lang, school, today, kept, theme }) => {
  const words = texts(lang).publicPage
  const { name, line } = catalogue(lang).themes[theme.theme]
  const isOpen = theme.agreements.length === 0
  return (
    <section class="theme" id={theme.theme} aria-labelledby={`kop-${theme.theme}`}>
      <header>
        <h2 id={`kop-${theme.theme}`}>{name}</h2>
        <p class="muted">{line}</p>
        {isOpen && (
          <Tag tone="hold" icon="waiting">
            {words.notYet}
          </Tag>
        )}
      </header>
      {theme.agreements.map((agreement) => (
        <Deal
          lang={lang}
          agreement={agreement}
          today={today}
          href={paths.shownOne(school.key, agreement.id)}
          kept={kept.get(agreement.id)}
        />
      ))}
      {(isOpen || theme.open !== null) && <OpenPart lang={lang} theme={theme} />}
      {!isOpen && <NotAgreed lang={lang} theme={theme} />}
    </section>
  )
}

/** Of a theme about which something is agreed: what is not, what is for some alone, and what holds only later. */
const NotAgreed: FC<{ lang: Lang; theme: ThemeView }> = ({ lang, theme: { without, narrow, coming } }) => {
  const words = texts(lang).publicPage
  const lines = [
    { kinds: without, say: words.alsoOpen },
    { kinds: narrow, say: words.onlySome },
    { kinds: coming, say: words.notNow },
  ].filter(({ kinds }) => kinds.length > 0)
  if (lines.length === 0) return null
  return (
    <div>
      {lines.map(({ kinds, say }) => (
        <p class="muted small">
          {say(
            listInWords(
              lang,
              kinds.map((kind) => `‘${kindWords(lang, kind).name}’`),
            ),
          )}
        </p>
      ))}
    </div>
  )
}

/** What is not agreed yet is said openly: what holds meanwhile, who decides, when it is talked about. */
const OpenPart: FC<{ lang: Lang; theme: ThemeView }> = ({ lang, theme: { open } }) => {
  const words = texts(lang)
  return (
    <div class="deal deal-open">
      <div class="words">
        {open === null ? <p>{words.publicPage.notYetLine}</p> : <p {...written(lang)}>{open.meanwhile}</p>}
      </div>
      {open !== null && (
        <Agreed
          isOpen
          items={[
            { term: words.publicPage.whoDecides, value: words.bodies[open.body] },
            {
              term: words.publicPage.onTheAgenda,
              value: open.talkedOn === null ? words.publicPage.noDay : dayInWords(lang, open.talkedOn, { year: true }),
            },
          ]}
        >
          <strong>{words.publicPage.talking}</strong>
        </Agreed>
      )}
    </div>
  )
}

export interface EarlierPageProps {
  frame: Frame
  school: ShownSchool
  today: string
  agreements: readonly Agreement[]
}

/** What held before: each with a link to itself, where what came after it stands. */
export const EarlierPage: FC<EarlierPageProps> = ({ frame, school, today, agreements }) => {
  const words = texts(frame.lang).publicPage
  return (
    <PublicSchoolFrame frame={frame} school={school} title={`${words.earlier}, ${school.name}`}>
      <header>
        <h1>{words.earlier}</h1>
        <p class="lead">{words.earlierLine}</p>
        <p>
          <a href={paths.shown(school.key)}>{words.back}</a>
        </p>
      </header>
      {agreements.length === 0 && <Empty>{words.noEarlier}</Empty>}
      {agreements.map((agreement) => (
        <section class="theme">
          <Deal
            lang={frame.lang}
            agreement={agreement}
            today={today}
            heading="h2"
            href={paths.shownOne(school.key, agreement.id)}
          />
        </section>
      ))}
    </PublicSchoolFrame>
  )
}
