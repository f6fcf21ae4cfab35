import type { Child, FC } from 'hono/jsx'
import type { Subject } from '#modules/today/index.ts'
import { datesInWords } from '#ui/date.ts'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { ChildrenSwitch } from '#ui/part/children-switch.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import type { WhoTone } from '#ui/part/who.tsx'
import { mondayOf, weekKey, weekOf } from '../iso-week.ts'
import { paths, type Chosen } from '../paths.ts'
import { texts } from '../texts.ts'
import type { Week } from '../week.ts'
import { DayColumn } from './day-column.tsx'
import { WeekSwitch } from './week-switch.tsx'

export interface AgendaPageProps {
  frame: Frame
  week: Week
  /** Whose week it is. */
  subjects: readonly Subject[]
  /** All own children, for the switch between them. */
  family: readonly Subject[]
  /** What the reader chose not to see here; null for who chose nothing. */
  own: Child
  /** The classes a teacher can choose. */
  classes: readonly Subject[]
  chosen: Chosen
  empty: 'guardian' | 'staff' | 'none'
}

/** A week: on a phone day after day, at a desk and on paper side by side. */
export const AgendaPage: FC<AgendaPageProps> = (props) => {
  const { frame, week, subjects, family, own, chosen, empty } = props
  const { lang } = frame
  const words = texts(lang)
  const { week: number } = weekOf(week.monday)
  const last = week.days.at(-1)?.day ?? week.monday
  const tones = tonesOf(family)
  const without = noTimetable(lang, subjects)
  return (
    <OwnFrame frame={frame} title={words.title(number)} wide>
      <div class="week-page stack">
        <div class="title">
          <h1>{words.week(number, datesInWords(lang, week.monday, last))}</h1>
          <p class="only-print">
            <Name>
              {subjects
                .map(({ name }) => name)
                .filter(Boolean)
                .join(', ') || words.own}
            </Name>
          </p>
        </div>
        <WeekSwitch lang={lang} week={week} chosen={chosen} />
        <Whose {...props} tones={tones} />
        {subjects.length === 0 ? (
          <Empty>{words.empty[empty]}</Empty>
        ) : (
          <>
            {without && <p class="muted">{without}</p>}
            <ol class={week.days.length > 5 ? 'week week-7' : 'week'}>
              {week.days.map((day) => (
                <DayColumn lang={lang} day={day} tones={tones} fold={week.days.some(({ when }) => when === 'today')} />
              ))}
            </ol>
            {own}
            <p class="small muted no-print">{words.print}</p>
          </>
        )}
      </div>
    </OwnFrame>
  )
}

/** The switch between children, or between classes. */
const Whose: FC<AgendaPageProps & { tones: ReadonlyMap<string, WhoTone> }> = ({ frame, week, family, ...rest }) => {
  const words = texts(frame.lang)
  const { classes, chosen, subjects, tones } = rest
  const key = mondayOf(week.today) === week.monday ? null : weekKey(week.monday)
  if (family.length > 1)
    return (
      <ChildrenSwitch
        label={words.chooseChild}
        all={{ href: paths.week(key, {}), label: words.all(family.length), current: chosen.kind === undefined }}
        items={family.map(({ id, name }) => ({
          href: paths.week(key, { kind: id }),
          name,
          current: id === chosen.kind,
          tone: tones.get(id),
        }))}
      />
    )
  const own = subjects.some(({ kind }) => kind === 'self') || classes.length > 1
  if (classes.length === 0 || !(own || chosen.klas !== undefined)) return null
  const isOwn = subjects.some(({ kind }) => kind === 'self')
  return (
    <LinkSwitch
      label={words.chooseClass}
      items={[
        {
          href: paths.week(key, {}),
          label: isOwn || chosen.klas !== undefined ? words.own : words.myClasses,
          current: chosen.klas === undefined,
        },
        ...classes.map(({ id, name }) => ({
          href: paths.week(key, { klas: id }),
          label: name,
          current: id === chosen.klas,
        })),
      ]}
    />
  )
}

const tonesOf = (family: readonly Subject[]): ReadonlyMap<string, WhoTone> =>
  new Map(family.length < 2 ? [] : family.map(({ id }, at) => [id, tones[at % tones.length] ?? 1]))

const tones = [1, 2, 3] as const

const noTimetable = (lang: Lang, subjects: readonly Subject[]): string | null => {
  const words = texts(lang)
  const without = subjects.filter(({ hasTimetable }) => !hasTimetable)
  if (without.length === 0) return null
  const names = without.map(({ name }) => name).filter(Boolean)
  if (names.length === 0) return words.noOwnTimetable
  return words.noTimetable(
    names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${words.and} ${names.at(-1) ?? ''}`,
  )
}
