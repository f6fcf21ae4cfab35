import type { FC } from 'hono/jsx'
import type { PickedSchool } from '#modules/school/index.ts'
import { dateInWords } from '#ui/date.ts'
import { ButtonLink } from '#ui/form/button.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { stateOn, type Agreement, type State } from '../agreement.ts'
import type { AgreementNews } from '../news-queries.ts'
import { paths } from '../paths.ts'
import type { Said } from '../said.ts'
import { scopeWords } from '../scope-words.ts'
import { catalogue, kindWords, texts } from '../texts.ts'
import type { ThemeView } from '../themes.ts'
import { written } from './written.ts'
import { NewsCard } from './news-card.tsx'
import { SearchForm } from './search-form.tsx'

export interface KeepPageProps {
  frame: Frame
  picked: PickedSchool & { key: string | null }
  today: string
  all: readonly Agreement[]
  themes: readonly ThemeView[]
  /** Oversees the school, and so says openly what is not agreed yet. */
  keeps: boolean
  drafts: boolean
  /** What is new to the reader, or asks something. */
  news: readonly AgreementNews[]
  search: string
  found: readonly Agreement[] | null
  said: Said | undefined
}

type Shelf = 'drafts' | 'laid' | 'coming' | 'inForce' | 'notHeld' | 'ended'

/** Under which heading each state stands, so that nothing is kept and stands nowhere. */
const shelfOf: Readonly<Record<State, Shelf>> = {
  draft: 'drafts',
  offered: 'drafts',
  laid: 'laid',
  coming: 'coming',
  'in-force': 'inForce',
  refused: 'notHeld',
  withdrawn: 'notHeld',
  never: 'notHeld',
  ended: 'ended',
}

const shelves: readonly { shelf: Shelf; id: string }[] = [
  { shelf: 'drafts', id: 'concepten' },
  { shelf: 'laid', id: 'bij-de-raad' },
  { shelf: 'coming', id: 'gaat-in' },
  { shelf: 'inForce', id: 'geldt' },
  { shelf: 'notHeld', id: 'niet-doorgegaan' },
  { shelf: 'ended', id: 'eerder' },
]

/** The agreements of a school for who works there: what is drafted, what waits, what holds, what held. */
export const KeepPage: FC<KeepPageProps> = (props) => {
  const { frame, picked, today, all, found, said } = props
  const { lang } = frame
  const words = texts(lang)
  const school = picked.school.id
  return (
    <DeskFrame frame={frame} title={words.keep.title}>
      {said && <Note>{words.said[said]}</Note>}
      <PageHead
        title={words.keep.title}
        line={
          picked.key !== null && (
            <>
              <a href={paths.shown(picked.key)} class="link-row">
                {words.own.publicPage}
              </a>{' '}
              <a href={paths.shownKept(picked.key)} class="link-row">
                {words.kept.title}
              </a>
            </>
          )
        }
        deeds={
          props.drafts && (
            <ButtonLink href={paths.fresh(school)} look="main">
              {words.keep.new}
            </ButtonLink>
          )
        }
      />
      <LinkSwitch
        label={words.choose.school}
        items={picked.schools.map(({ id, name }) => ({
          href: paths.ofSchool(id),
          label: name,
          current: id === school,
        }))}
      />
      <NewsCard lang={lang} news={props.news} />
      <SearchForm lang={lang} action={paths.agreements} kept={{ school }} search={props.search} found={found} />
      {shelves.map(({ shelf, id }) => {
        const lines = (found ?? all).filter((one) => shelfOf[stateOn(one, today)] === shelf)
        if (lines.length === 0 && (shelf !== 'inForce' || found !== null)) return null
        return (
          <Card id={id} title={words.keep[shelf]}>
            {lines.length === 0 && <Empty>{words.keep.noneInForce}</Empty>}
            <AgreementLines lang={lang} today={today} agreements={lines} />
          </Card>
        )
      })}
      {props.keeps && found === null && <OpenThemes lang={lang} school={school} themes={props.themes} />}
    </DeskFrame>
  )
}

/** One line for each: what it is about, for whom, how it stands. */
export const AgreementLines: FC<{ lang: Lang; today: string; agreements: readonly Agreement[] }> = ({
  lang,
  today,
  agreements,
}) => (
  <ul class="lines">
    {agreements.map((one) => (
      <li>
        <a class="link-row" href={paths.agreement(one.id)}>
          {kindWords(lang, one.kind).name}
          <span class="vh">, {scopeWords(lang, one)}</span>
        </a>
        <br />
        <small class="muted">
          <bdi>{texts(lang).agreed.forWhom(scopeWords(lang, one))}</bdi>. {standing(lang, one, today)}
        </small>
      </li>
    ))}
  </ul>
)

const standing = (lang: Lang, one: Agreement, today: string): string => {
  const words = texts(lang)
  const state = stateOn(one, today)
  if (one.withdrawn !== null) return `${words.withdraw.on(dateInWords(lang, one.withdrawn.on))}.`
  if (state === 'refused') return words.states.refused
  if (state === 'never')
    return `${one.endedOn === null ? words.states.never : words.end.never(dateInWords(lang, one.endedOn))}.`
  if (one.startsOn === null) {
    const waits = one.layings.filter(({ asks, answer }) => asks !== 'unneeded' && answer === null)
    return waits.length > 0
      ? waits.map(({ body }) => words.lay.waits(words.bodies[body])).join(', ')
      : words.states[state]
  }
  const since = `${state === 'coming' ? words.agreed.from : state === 'ended' ? words.agreed.was : words.agreed.since} ${dateInWords(lang, one.startsOn)}`
  return one.endsOn === null
    ? since
    : `${since}, ${words.agreed.until.toLocaleLowerCase(lang)} ${dateInWords(lang, one.endsOn)}`
}

const OpenThemes: FC<{ lang: Lang; school: string; themes: readonly ThemeView[] }> = ({ lang, school, themes }) => {
  const words = texts(lang).keep
  const open = themes.filter((theme) => !theme.isWide || theme.open !== null)
  if (open.length === 0) return null
  return (
    <Card id="open" title={words.openTitle}>
      <p class="muted">{words.openLine}</p>
      <ul class="lines">
        {open.map(({ theme, open: said }) => (
          <li>
            <a class="link-row" href={paths.theme(theme, school)}>
              {catalogue(lang).themes[theme].name}
            </a>
            <br />
            <small class="muted" {...(said === null ? {} : written(lang))}>
              {said === null ? words.open : said.meanwhile}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  )
}
