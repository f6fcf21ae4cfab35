import type { Child, FC } from 'hono/jsx'
import type { Notice } from '#modules/people/index.ts'
import { dayInWords } from '#ui/date.ts'
import { spokenIn, type Frame, type Lang } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { ChildrenSwitch } from '#ui/part/children-switch.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { quoted, Said } from '#ui/part/said.tsx'
import { Card } from '#ui/part/section.tsx'
import type { WhoTone } from '#ui/part/who.tsx'
import type { Lead, Today } from '../build-today.ts'
import type { Subject } from '../day.ts'
import { paths } from '../paths.ts'
import type { Waiting } from '../waiting.ts'
import { texts } from '../texts.ts'
import { capital, closureName } from '../words.ts'
import { DayCard } from './day-card.tsx'
import { dayInSentence } from './day-words.ts'
import type { WholeDay } from '../whole-day.ts'
import { Differences } from './difference-rows.tsx'
import { Agreed, AskedRows, NoteLink, Notes, Told, type WholeLinks } from './whole-parts.tsx'

export interface TodayPageProps {
  frame: Frame
  today: Today
  /** All own children, for the switch between them; empty for who has no children here. */
  family: readonly Subject[]
  /** What the reader chose not to see here; null for who chose nothing. */
  own: Child
  /** That a pupil, or a mentor, is asked to let somebody see more. */
  asked: Child
  /** The one child shown, or null for all. */
  chosen: string | null
  /** What the day holds beside its lessons, and where its parts lead to. */
  whole: WholeDay
  links: WholeLinks
  /** The question of the day; for guardians. */
  talk: Child
  /** What waits for who keeps the school; null for everybody else. */
  waiting: readonly Waiting[] | null
  /** What the reader is to know of rights: a birthday that comes, a child about whom the school is to be asked. */
  notices: readonly Notice[]
  empty: 'guardian' | 'staff' | 'none'
}

export const TodayPage: FC<TodayPageProps> = (props) => {
  const { frame, today: shown, family, own, asked, chosen, whole, links, talk, waiting, notices, empty } = props
  const { lang } = frame
  const part = { lang, links, whole }
  const words = texts(lang)
  const tones = tonesOf(family)
  const { today, day, lead } = shown
  return (
    <OwnFrame frame={frame} title={words.title(dayInWords(lang, today))}>
      <div class="prose stack-l">
        <div class="stack">
          <div class="title">
            <h1>{capital(dayInWords(lang, today), lang)}</h1>
            {lead && (
              <p class="lead">
                <Said>{leadWords(lang, today, lead)}</Said>
              </p>
            )}
          </div>
          {family.length > 1 && <Switch lang={lang} items={family} chosen={chosen} tones={tones} />}
        </div>
        {waiting && <WaitingRows lang={lang} waiting={waiting} />}
        <Notes {...part} />
        {asked}
        <Differences lang={lang} today={today} differences={shown.differences} tones={tones} />
        {shown.cards.length === 0 && own === null && notices.length === 0 && waiting === null && (
          <Empty>{words.empty[empty]}</Empty>
        )}
        {shown.cards.length > 0 && (day !== today || lead === null) && (
          <div class="stack">
            {day !== today && <h2>{capital(dayInWords(lang, day), lang)}</h2>}
            {shown.cards.map((card) => (
              <DayCard lang={lang} today={today} card={card} />
            ))}
          </div>
        )}
        <AskedRows {...part} today={today} tones={tones} />
        <Agreed {...part} />
        <Told {...part} />
        {own}
        {talk}
        {family.length > 0 && <NoteLink {...part} />}
        <Notices lang={lang} notices={notices} />
      </div>
    </OwnFrame>
  )
}

const WaitingRows: FC<{ lang: Lang; waiting: readonly Waiting[] }> = ({ lang, waiting }) => {
  const words = texts(lang).waiting
  return (
    <Card id="wat-wacht" title={words.title}>
      {waiting.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="lines">
          {waiting.map(({ href, text }) => (
            <li {...spokenIn(lang === 'en' ? 'en' : 'nl', lang)}>
              <a class="link-row" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const Notices: FC<{ lang: Lang; notices: readonly Notice[] }> = ({ lang, notices }) =>
  notices.length === 0 ? null : (
    <Card id="goed-om-te-weten" title={texts(lang).notices.title}>
      <ul class="lines">
        {notices.map(({ text, href }) => (
          <li dir="auto">
            {text}
            {href !== null && (
              <>
                {' '}
                <a href={href}>{texts(lang).notices.more}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )

const Switch: FC<{
  lang: Lang
  items: readonly Subject[]
  chosen: string | null
  tones: ReadonlyMap<string, WhoTone>
}> = ({ lang, items, chosen, tones }) => (
  <ChildrenSwitch
    label={texts(lang).choose}
    all={{ href: paths.today, label: texts(lang).all(items.length), current: chosen === null }}
    items={items.map(({ id, name }) => ({
      href: paths.ofChild(id),
      name,
      current: id === chosen,
      tone: tones.get(id),
    }))}
  />
)

const tonesOf = (family: readonly Subject[]): ReadonlyMap<string, WhoTone> =>
  new Map(family.length < 2 ? [] : family.map(({ id }, at) => [id, tones[at % tones.length] ?? 1]))

const tones = [1, 2, 3] as const

/** "Vandaag is het herfstvakantie. Maandag is er weer school." */
const leadWords = (lang: Lang, today: string, { why, closure, next }: Lead): string => {
  const words = texts(lang).lead
  const said = closure ? closureWords(lang, closure) : why === 'closed' ? words.mixed : words[why]
  return next === null ? said : `${said} ${capital(words.next(dayInSentence(lang, today, next)), lang)}`
}

const closureWords = (lang: Lang, closure: NonNullable<Lead['closure']>): string => {
  const { lead, holidays } = texts(lang)
  return closure.kind === null
    ? lead.dayOff(quoted(lang, closureName(lang, closure)))
    : lead.holiday(holidays[closure.kind])
}
