import type { FC } from 'hono/jsx'
import { daysInWords } from '#ui/date.ts'
import { ButtonLink } from '#ui/form/button.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { dayInWords } from '#ui/date.ts'
import { dayOf, daysOf, type Homework } from '../homework.ts'
import { paths } from '../paths.ts'
import { dayAfter, weekdaysFrom } from '../school-day.ts'
import type { Group } from '../teacher-queries.ts'
import { texts } from '../texts.ts'
import { whatOf } from '../words.ts'
import { DayList } from './day-list.tsx'

export type StaffSaid = { what: 'set' | 'changed' | 'withdrawn'; day: string }

export interface StaffPageProps {
  frame: Frame
  today: string
  groups: readonly Group[]
  /** The one group shown, or null for all that are taught. */
  chosen: Group | null
  /** The Monday of the week shown. */
  monday: string
  /** Of the group: the week and the four weeks after it; of all groups: from today on. */
  items: readonly Homework[]
  said: StaffSaid | null
}

/** What is asked of the groups of a member of staff: of one its week, of all what is to come. */
export const StaffPage: FC<StaffPageProps> = (props) => {
  const { frame, groups, chosen, said } = props
  const words = texts(frame.lang)
  const title = chosen === null ? words.title : words.form.titleOf(chosen.name)
  const teaches = groups.find(({ taught }) => taught)
  const canAdd = chosen === null ? teaches : chosen.taught ? chosen : undefined
  return (
    <DeskFrame frame={frame} title={title}>
      {said && <Note>{saidWords(frame.lang, said)}</Note>}
      <PageHead
        title={chosen === null ? words.title : <Name>{title}</Name>}
        line={words.staff.line}
        deeds={
          canAdd && (
            <ButtonLink look="main" href={paths.add(canAdd.id)}>
              {words.staff.add}
            </ButtonLink>
          )
        }
      />
      <GroupSwitch lang={frame.lang} groups={groups} chosen={chosen} />
      <div class="prose stack-l">
        {groups.length === 0 ? (
          <Empty>{words.staff.noGroups}</Empty>
        ) : chosen !== null ? (
          <Week {...props} chosen={chosen} />
        ) : teaches === undefined ? (
          <Empty>{words.staff.pick}</Empty>
        ) : (
          <Coming {...props} />
        )}
      </div>
    </DeskFrame>
  )
}

const saidWords = (lang: Lang, { what, day }: StaffSaid): string => {
  const { staff } = texts(lang)
  if (what === 'set') return staff.saidSet(dayInWords(lang, day))
  return what === 'changed' ? staff.saidChanged : staff.saidWithdrawn
}

/** Who teaches chooses among the own groups and all of them; who oversees a school among its groups. */
const GroupSwitch: FC<{ lang: Lang; groups: readonly Group[]; chosen: Group | null }> = ({ lang, groups, chosen }) => {
  const { staff } = texts(lang)
  const schools = new Set(groups.map(({ school }) => school)).size
  const own = groups.some(({ taught }) => taught)
  const all = own ? [{ href: paths.homework, label: staff.everyGroup, current: chosen === null }] : []
  return (
    <LinkSwitch
      label={staff.chooseGroup}
      items={[
        ...(groups.length > 1 ? all : []),
        ...groups.map((group) => ({
          href: paths.ofGroup(group.id),
          label: schools > 1 ? `${group.name}, ${group.schoolName}` : group.name,
          current: group.id === chosen?.id,
        })),
      ]}
    />
  )
}

const Coming: FC<StaffPageProps> = ({ frame, today, groups, items }) => {
  const { lang } = frame
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  const taught = new Set(groups.filter((group) => group.taught).map(({ id }) => id))
  const days = daysOf(items, today, '9999-12-31')
  if (days.length === 0) return <Empty>{texts(lang).staff.none}</Empty>
  // Minutes of several groups together are nobody's.
  const bare = taught.size > 1 ? days.map((day) => ({ ...day, minutes: 0 })) : days
  return (
    <DayList
      lang={lang}
      today={today}
      days={bare}
      leadOf={({ group }) => (taught.size > 1 ? names.get(group) : undefined)}
      deedOf={(item) => taught.has(item.group) && <ChangeLink lang={lang} item={item} />}
    />
  )
}

const Week: FC<StaffPageProps & { chosen: Group }> = ({ frame, today, chosen, monday, items }) => {
  const { lang } = frame
  const { staff } = texts(lang)
  const sunday = dayAfter(monday, 6)
  const weekend = daysOf(items, dayAfter(monday, 5), sunday)
  const later = daysOf(items, dayAfter(monday, 7), dayAfter(monday, 35))
  const list = {
    lang,
    today,
    deedOf: (item: Homework) => chosen.taught && <ChangeLink lang={lang} item={item} />,
  }
  return (
    <>
      <section class="stack" aria-labelledby="week-kop">
        <h2 id="week-kop">{staff.weekOf(daysInWords(lang, monday, dayAfter(monday, 4)))}</h2>
        <nav aria-label={staff.weeks} class="row spread no-print">
          <a class="link-row" href={paths.week(chosen.id, dayAfter(monday, -7))}>
            {staff.before}
          </a>
          <a class="link-row" href={paths.week(chosen.id, dayAfter(monday, 7))}>
            {staff.after}
          </a>
        </nav>
        <DayList {...list} level={3} days={[...weekdaysFrom(monday).map((day) => dayOf(items, day)), ...weekend]} />
      </section>
      {later.length > 0 && (
        <section class="stack" aria-labelledby="later-kop">
          <h2 id="later-kop">{staff.later}</h2>
          <DayList {...list} level={3} days={later} />
        </section>
      )}
    </>
  )
}

const ChangeLink: FC<{ lang: Lang; item: Homework }> = ({ lang, item }) => (
  <a class="link-row" href={paths.change(item.id)}>
    {texts(lang).staff.change}
    <span class="vh"> {whatOf(lang, item)}</span>
  </a>
)
