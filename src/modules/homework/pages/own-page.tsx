import type { Child, FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { ChildrenSwitch } from '#ui/part/children-switch.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Fold } from '#ui/part/fold.tsx'
import { Name } from '#ui/part/name.tsx'
import { Section } from '#ui/part/section.tsx'
import { Who, type WhoTone } from '#ui/part/who.tsx'
import { daysAhead, daysOf, daysTold, type Homework } from '../homework.ts'
import { paths } from '../paths.ts'
import type { Learner } from '../queries.ts'
import { dayAfter } from '../school-day.ts'
import { texts } from '../texts.ts'
import { whatOf } from '../words.ts'
import { DayList } from './day-list.tsx'
import { dayLong } from './day-words.ts'
import { ItemRow } from './item-row.tsx'
import { Part, PartHead } from './part.tsx'

export type Asked = { learner: Learner; items: readonly Homework[] }

export interface OwnPageProps {
  frame: Frame
  today: string
  /** Of a guardian the children shown, of a pupil the pupil. */
  asked: readonly Asked[]
  /** All own children, for the switch; empty for a pupil. */
  family: readonly Learner[]
  /** What the reader chose not to see here; null for who chose nothing. */
  own: Child
  chosen: string | null
  /** What the pupil ticked; null for everybody else, who has no ticks. */
  done: ReadonlySet<string> | null
}

/** What a pupil has to do, by day; for a guardian that of each child. */
export const OwnPage: FC<OwnPageProps> = (props) => {
  const { frame, asked, family, own, chosen, done } = props
  const words = texts(frame.lang)
  const anything = asked.some(({ items }) => items.length > 0)
  return (
    <OwnFrame frame={frame} title={words.title}>
      <div class="prose stack-l">
        <div class="stack">
          <PageHead title={words.title} line={done !== null && anything ? words.own.onlyYou : undefined} />
          {family.length > 1 && <Switch lang={frame.lang} family={family} chosen={chosen} />}
        </div>
        {asked.length === 0 && own === null && <Empty>{words.own.noChild}</Empty>}
        {asked.map((one) =>
          asked.length > 1 || (family.length > 1 && chosen === null) ? (
            <Section
              id={`kind-${one.learner.id}`}
              deed={one.learner.className && <span class="small muted">{one.learner.className}</span>}
              title={
                <span class="row">
                  <Who name={one.learner.name} tone={toneOf(family, one.learner)} />
                  <Name>{one.learner.name}</Name>
                </span>
              }
            >
              <OfOne {...props} asked={one} level={3} />
            </Section>
          ) : (
            <OfOne {...props} asked={one} level={2} />
          ),
        )}
        {own}
      </div>
    </OwnFrame>
  )
}

const tones = [1, 2, 3] as const

const toneOf = (family: readonly Learner[], { id }: Learner): WhoTone =>
  tones[family.findIndex((one) => one.id === id) % tones.length] ?? 1

const Switch: FC<{ lang: Frame['lang']; family: readonly Learner[]; chosen: string | null }> = (props) => {
  const { lang, family, chosen } = props
  const words = texts(lang).own
  return (
    <ChildrenSwitch
      label={words.choose}
      all={{ href: paths.homework, label: words.all(family.length), current: chosen === null }}
      items={family.map((one) => ({
        href: paths.ofChild(one.id),
        name: one.name,
        current: one.id === chosen,
        tone: toneOf(family, one),
      }))}
    />
  )
}

type OfOneProps = Omit<OwnPageProps, 'asked'> & { asked: Asked; level: 2 | 3 }

const OfOne: FC<OfOneProps> = ({ frame, today, asked, family, done, level }) => {
  const { lang } = frame
  const { own } = texts(lang)
  const { learner, items } = asked
  const homework = items.filter(({ kind }) => kind === 'homework')
  const tests = items.filter(({ kind, dueOn }) => kind === 'test' && dueOn >= today)
  const ahead = daysOf(homework, today, dayAfter(today, daysAhead))
  const past = daysOf(
    items.filter(({ dueOn }) => dueOn < today),
    dayAfter(today, -daysTold),
    dayAfter(today, -1),
  )
  const list = { lang, today, level, of: family.length > 1 ? `-${learner.id}` : '', done: done ?? undefined }
  const deedOf = done === null ? undefined : (item: Homework) => <Tick frame={frame} item={item} done={done} />
  return (
    <div class="stack-l">
      {tests.length > 0 && <Tests lang={lang} today={today} tests={tests} id={`toetsen${list.of}`} level={level} />}
      {ahead.length > 0 ? (
        <DayList {...list} days={ahead} deedOf={deedOf} />
      ) : (
        <Empty>{done === null ? own.noneOf(learner.name) : own.none}</Empty>
      )}
      {past.length > 0 && (
        <Fold title={own.past}>
          <DayList {...list} days={past} deedOf={deedOf} />
        </Fold>
      )}
    </div>
  )
}

const Tests: FC<{ lang: Frame['lang']; today: string; tests: readonly Homework[]; id: string; level: 2 | 3 }> = (
  props,
) => {
  const { lang, today, tests, id, level } = props
  const title = texts(lang).own.tests
  return (
    <Part id={id} level={level} class="stack-s">
      <PartHead id={id} level={level}>
        {title}
      </PartHead>
      <ul class="card rows">
        {tests.map((item) => (
          <ItemRow lang={lang} item={item} lead={dayLong(lang, today, item.dueOn)} />
        ))}
      </ul>
    </Part>
  )
}

const Tick: FC<{ frame: Frame; item: Homework; done: ReadonlySet<string> }> = ({ frame, item, done }) => {
  const { own } = texts(frame.lang)
  const about = whatOf(frame.lang, item)
  if (item.kind === 'test') return null
  return done.has(item.id) ? (
    <Form frame={frame} action={paths.untick(item.id)}>
      <Button look="link" about={about}>
        {own.untick}
      </Button>
    </Form>
  ) : (
    <Form frame={frame} action={paths.tick(item.id)}>
      <Button look="plain" icon="done" about={about}>
        {own.tick}
      </Button>
    </Form>
  )
}
