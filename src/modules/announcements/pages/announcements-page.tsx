import type { Child as Part, FC } from 'hono/jsx'
import { dayInWords } from '#ui/date.ts'
import { ButtonLink } from '#ui/form/button.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { ChildrenSwitch } from '#ui/part/children-switch.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Fold } from '#ui/part/fold.tsx'
import { Name } from '#ui/part/name.tsx'
import { Section } from '#ui/part/section.tsx'
import { Tag } from '#ui/part/tag.tsx'
import { paths } from '../paths.ts'
import type { AnnouncementLine, Child } from '../queries.ts'
import { texts } from '../texts.ts'
import { addressWords, joined } from './words.ts'

export interface AnnouncementsPageProps {
  frame: Frame
  today: string
  lines: readonly AnnouncementLine[]
  /** The children of a guardian, for the switch and for whom each is; empty for who has none here. */
  family: readonly Child[]
  /** What the reader chose not to see here; null for who chose nothing. */
  own: Part
  chosen: string | null
  /** For which children each is meant. */
  meant: ReadonlyMap<string, readonly Child[]>
  /** Names of groups, for staff. */
  groups: ReadonlyMap<string, string>
  writes: boolean
}

export const AnnouncementsPage: FC<AnnouncementsPageProps> = (props) => {
  const { frame, lines, family, own, chosen, writes } = props
  const words = texts(frame.lang)
  return (
    <OwnFrame frame={frame} title={words.title}>
      <div class="prose stack-l">
        <PageHead
          title={words.title}
          line={frame.desk ? words.staffLine : words.line}
          deeds={
            writes && (
              <ButtonLink href={paths.fresh} look="main">
                {words.write}
              </ButtonLink>
            )
          }
        />
        {family.length > 1 && (
          <ChildrenSwitch
            label={words.choose}
            all={{ href: paths.announcements, label: words.all(family.length), current: chosen === null }}
            items={family.map(({ id, name }, at) => ({
              href: paths.ofChild(id),
              name,
              current: id === chosen,
              tone: tones[at % tones.length] ?? 1,
            }))}
          />
        )}
        {lines.length === 0 && own === null && <Empty>{writes ? words.emptyStaff : words.empty}</Empty>}
        {frame.desk ? <OfStaff {...props} /> : <OfFamily {...props} />}
        {own}
      </div>
    </OwnFrame>
  )
}

const tones = [1, 2, 3] as const

/** How many days the list shows open; what stands on top stays there as long as it is shown. */
const openDays = 30

const OfFamily: FC<AnnouncementsPageProps> = (props) => {
  const { frame, lines, today } = props
  const fresh = lines.filter(({ day, important }) => important || daysBetween(day, today) <= openDays)
  const old = lines.filter((line) => !fresh.includes(line))
  return (
    <>
      <List {...props} lines={fresh} />
      {old.length > 0 && (
        <Fold title={texts(frame.lang).earlier(old.length)}>
          <List {...props} lines={old} />
        </Fold>
      )}
    </>
  )
}

const daysBetween = (one: string, other: string): number => (Date.parse(other) - Date.parse(one)) / 86_400_000

const OfStaff: FC<AnnouncementsPageProps> = (props) => {
  const { frame, lines, today } = props
  const words = texts(frame.lang)
  const drafts = lines.filter(({ state }) => state === 'draft')
  const shown = lines.filter(({ state, showsUntil }) => state === 'published' && showsUntil >= today)
  const over = lines.filter((line) => !drafts.includes(line) && !shown.includes(line))
  return (
    <>
      {drafts.length > 0 && (
        <Section id="concepten" title={words.drafts} size="small">
          <List {...props} lines={drafts} />
        </Section>
      )}
      {shown.length > 0 && (
        <Section id="te-lezen" title={words.shown} size="small">
          <List {...props} lines={shown} />
        </Section>
      )}
      {over.length > 0 && (
        <Fold title={words.over(over.length)}>
          <List {...props} lines={over} />
        </Fold>
      )}
    </>
  )
}

const List: FC<AnnouncementsPageProps> = (props) =>
  props.lines.length === 0 ? null : (
    <ul class="card news">
      {props.lines.map((line) => (
        <Line {...props} line={line} />
      ))}
    </ul>
  )

const Line: FC<AnnouncementsPageProps & { line: AnnouncementLine }> = ({
  frame,
  line,
  family,
  meant,
  groups,
  today,
}) => {
  const { lang } = frame
  const words = texts(lang)
  const children = family.length > 1 ? (meant.get(line.id) ?? []).map(({ name }) => name) : []
  const said = [
    dayInWords(lang, line.day ?? line.showsFrom),
    children.length > 0 && words.forChildren(joined(children, words.and)),
    frame.desk && addressWords(lang, line.wish, groups),
    line.files > 0 && words.files(line.files),
  ].filter((part) => typeof part === 'string')
  return (
    <li>
      <p>
        <a href={paths.announcement(line.id)}>
          <Name>{line.title}</Name>
        </a>
      </p>
      <p class="small muted">
        <Name>{said.join(' · ')}</Name>
      </p>
      <State frame={frame} line={line} today={today} />
    </li>
  )
}

/** Only what a list of its own does not say already. */
const State: FC<{ frame: Frame; line: AnnouncementLine; today: string }> = ({ frame, line, today }) => {
  const { states } = texts(frame.lang)
  if (line.state === 'withdrawn') return <Tagged>{states.withdrawn}</Tagged>
  if (line.state === 'published' && line.showsFrom > today) return <Tagged tone="hold">{states.waiting}</Tagged>
  return null
}

const Tagged: FC<{ tone?: 'hold'; children?: string }> = ({ tone, children }) => (
  <p>
    <Tag tone={tone}>{children}</Tag>
  </p>
)
