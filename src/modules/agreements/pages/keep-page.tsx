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

const shown: readonly { states: readonly State[]; id: string; title: (lang: Lang) => string }[] = [
  { states: ['draft', 'offered'], id: 'concepten', title: (lang) => texts(lang).keep.drafts },
  { states: ['laid'], id: 'bij-de-raad', title: (lang) => texts(lang).keep.laid },
  { states: ['coming'], id: 'gaat-in', title: (lang) => texts(lang).keep.coming },
  { states: ['in-force'], id: 'geldt', title: (lang) => texts(lang).keep.inForce },
  { states: ['refused', 'withdrawn', 'never'], id: 'niet-doorgegaan', title: (lang) => texts(lang).keep.notHeld },
  { states: ['ended'], id: 'eerder', title: (lang) => texts(lang).keep.ended },
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
      {shown.map(({ states, id, title }) => {
        const lines = (found ?? all).filter((one) => states.includes(stateOn(one, today)))
        if (lines.length === 0 && (id !== 'geldt' || found !== null)) return null
        return (
          <Card id={id} title={title(lang)}>
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
  const open = themes.filter((theme) => theme.agreements.length === 0 || theme.open !== null)
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
            <small class="muted" dir="auto">
              {said === null ? words.open : said.meanwhile}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  )
}
