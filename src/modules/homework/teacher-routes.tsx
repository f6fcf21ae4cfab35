import { Hono } from 'hono'
import { AgreedNote } from '#modules/agreements/index.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { form, typedTexts } from '#platform/http/form.ts'
import { frameOf } from '#platform/http/frame.ts'
import { idParam, isId } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { freshSecret } from '#platform/http/secrets.ts'
import { mayOpenHomeworkForm, maySetHomework } from './access.ts'
import { changeHomework } from './change-homework.ts'
import { changeHomeworkForm, newHomeworkForm, shapeOf, type TypedHomework } from './forms.ts'
import { dayOf, homeworkOf, nextLesson, usualMinutes } from './homework.ts'
import { findOnPaper, onPaperAlong, whoNeedsPaper, type OnPaper } from './on-paper.ts'
import type { DayChoice } from './pages/asked-fields.tsx'
import { ChangePage, NewPage, NoGroupPage, type FormState } from './pages/form-page.tsx'
import { paths } from './paths.ts'
import { homeworkQuery } from './queries.ts'
import { likelySubject, mondayOf, nextDue, ownSubjects, subjectsOf, timeOn } from './school-day.ts'
import { setHomework, type Asked } from './set-homework.ts'
import {
  findGroups,
  findItem,
  findLessons,
  findSchoolDays,
  findTaughtGroup,
  findUsedSubjects,
  type Item,
  type TaughtGroup,
  type TeacherView,
} from './teacher-queries.ts'
import type { Kind } from './tables.ts'
import { texts } from './texts.ts'
import { withdrawHomework } from './withdraw-homework.ts'

export const teacherRoutes = new Hono<AppEnv>()

/** How many of the coming school days are offered. */
const daysOffered = 7

const noState: FormState = { errors: {}, values: {} }

const tables = (c: AppContext) => txOf<TeacherView>(c)

teacherRoutes.get('/huiswerk/nieuw', only(mayOpenHomeworkForm, { along: onPaperAlong }), async (c) => {
  const wish = c.req.query('groep')
  const first = wish ?? (await findGroups(tables(c), actorOf(c))).find(({ taught }) => taught)?.id
  if (first === undefined) return page(c, <NoGroupPage frame={frameOf(c)} />)
  return newPage(c, await taughtGroup(c, first), freshSecret(), noState)
})

teacherRoutes.post('/huiswerk', only(maySetHomework), async (c) => {
  const actor = actorOf(c)
  const sent = c.get('form')
  const group = await taughtGroup(c, sent?.get('group'))
  const typed = form(c, newHomeworkForm(texts(c.var.lang), shapeOf(sent, { today: actor.today })))
  if (!typed.ok) return newPage(c, group, typed.values['_once'] ?? freshSecret(), typed)
  const { kind, once, ...rest } = typed.value
  const off = await offPaper(c, group, kind, rest)
  if (off !== null) return newPage(c, group, once ?? freshSecret(), off)
  const asked = await dated(c, group, rest)
  if (asked === null) return newPage(c, group, once ?? freshSecret(), noDay(c))
  await setHomework(tables(c), actor, { school: group.school, group: group.id, kind, once, ...asked })
  return done(c, group.id, asked.dueOn, 'opgegeven')
})

teacherRoutes.get('/huiswerk/:id/wijziging', only(maySetHomework, { along: onPaperAlong }), async (c) => {
  const item = await findItem(tables(c), actorOf(c), idParam(c))
  return changePage(c, item, { errors: {}, values: valuesOf(item) })
})

teacherRoutes.post('/huiswerk/:id/wijziging', only(maySetHomework), async (c) => {
  const actor = actorOf(c)
  const item = await findItem(tables(c), actor, idParam(c))
  const isTest = item.kind === 'test'
  const shape = shapeOf(c.get('form'), { today: actor.today, keeps: item.dueOn, isTest })
  const typed = form(c, changeHomeworkForm(texts(c.var.lang), shape))
  if (!typed.ok) return changePage(c, item, typed)
  const group = await taughtGroup(c, item.group)
  const off = await offPaper(c, group, item.kind, typed.value)
  if (off !== null) return changePage(c, item, off)
  const asked = await dated(c, group, typed.value, item)
  if (asked === null) return changePage(c, item, noDay(c))
  await changeHomework(tables(c), actor, item.id, asked)
  return done(c, item.group, asked.dueOn, 'gewijzigd')
})

teacherRoutes.post('/huiswerk/:id/intrekking', only(maySetHomework), async (c) => {
  const item = await withdrawHomework(tables(c), actorOf(c), idParam(c))
  return done(c, item.group, item.dueOn, 'ingetrokken')
})

/** @throws NotFound for what is no group that the actor teaches */
const taughtGroup = (c: AppContext, id: unknown): Promise<TaughtGroup> => {
  if (typeof id !== 'string' || !isId(id)) throw new NotFound('group')
  return findTaughtGroup(tables(c), actorOf(c), id.toLowerCase())
}

const done = (c: AppContext, group: string, day: string, what: string): Response =>
  c.redirect(`${paths.week(group, mondayOf(day))}&gedaan=${what}&dag=${day}`, 303)

/** The form once more, with a sentence beside a field. */
const again = (c: AppContext, errors: FormState['errors']): FormState => ({ errors, values: typedTexts(c) })

/** No school day is known to propose: the teacher says which one. */
const noDay = (c: AppContext): FormState => again(c, { due: texts(c.var.lang).form.dueMissing })

/** The form once more where homework would need a screen, and it was agreed for this group or for a pupil in it that it never does. */
const offPaper = async (
  c: AppContext,
  group: TaughtGroup,
  kind: Kind,
  { way, subject }: TypedHomework,
): Promise<FormState | null> => {
  if (kind === 'test' || way !== 'screen') return null
  const who = whoNeedsPaper(await onPaper(c, group, subject))
  return who && again(c, { way: texts(c.var.lang).form.wayOffPaper[who] })
}

const onPaper = (c: AppContext, group: TaughtGroup, subject: string | null): Promise<OnPaper> =>
  findOnPaper(tables(c), group, subject, actorOf(c).today, c.get('answers'))

/** What was agreed for this group, and for pupils in it: the teacher has them, and so reads whose it is. */
const agreedNotes = (c: AppContext, { ofGroup, ofPupils }: OnPaper) => {
  const all = ofGroup === null ? ofPupils : [ofGroup, ...ofPupils]
  return all.map((agreement) => <AgreedNote lang={c.var.lang} agreement={agreement} today={actorOf(c).today} />)
}

/**
 * What was typed with its day, and with the hour of the lesson where the timetable has one; null when there is no such day.
 * @param was what stays for the same subject on the same day keeps its hour: the timetable of before is not asked
 */
const dated = async (
  c: AppContext,
  group: TaughtGroup,
  { due, ...rest }: TypedHomework,
  was?: Pick<Item, 'dueOn' | 'dueTime' | 'subject'>,
): Promise<Asked | null> => {
  if (was !== undefined && was.dueOn === due && was.subject === rest.subject)
    return { ...rest, dueOn: due, dueTime: was.dueTime }
  const lessons = await findLessons(tables(c), actorOf(c), group)
  if (due !== nextLesson) return { ...rest, dueOn: due, dueTime: timeOn(lessons, due, rest.subject) }
  const next = nextDue(await findSchoolDays(tables(c), group.school), lessons, rest.subject)
  return next === null ? null : { ...rest, dueOn: next.day, dueTime: next.time }
}

/** The subjects of a group, and its coming school days with what is for them already. */
const proposals = async (
  c: AppContext,
  group: TaughtGroup,
): Promise<{ subjects: string[]; likely: string | undefined; days: DayChoice[] }> => {
  const [tx, actor] = [tables(c), actorOf(c)]
  const lessons = await findLessons(tx, actor, group)
  const days = (await findSchoolDays(tx, group.school)).slice(0, daysOffered)
  const [first, last] = [days[0] ?? actor.today, days.at(-1) ?? actor.today]
  const items = homeworkOf(await homeworkQuery.rows(tx, [group.id], first, last))
  const [used, own] = [await findUsedSubjects(tx, actor, group), ownSubjects(lessons)]
  const subjects = subjectsOf([...used, ...own], lessons)
  return {
    subjects,
    likely: subjects.length === 1 ? subjects[0] : likelySubject(used, own),
    days: days.map((day) => {
      const due = dayOf(items, day)
      const tests = due.items.filter(({ kind, state }) => kind === 'test' && state !== 'withdrawn').length
      return { day, minutes: due.minutes, tests }
    }),
  }
}

const newPage = async (c: AppContext, group: TaughtGroup, once: string, { errors, values }: FormState) => {
  const groups = (await findGroups(tables(c), actorOf(c))).filter(({ taught }) => taught)
  const { subjects, likely, days } = await proposals(c, group)
  const proposed = likely === undefined ? {} : { subject: likely }
  const subject = (values['otherSubject'] || values['subject']) ?? likely ?? null
  return page(
    c,
    <NewPage
      frame={frameOf(c)}
      today={actorOf(c).today}
      group={group}
      groups={groups}
      subjects={subjects}
      days={days}
      once={once}
      agreed={agreedNotes(c, await onPaper(c, group, subject))}
      errors={errors}
      values={{ ...proposed, ...values }}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const changePage = async (c: AppContext, item: Item, { errors, values }: FormState) => {
  const group = await taughtGroup(c, item.group)
  const { subjects, days } = await proposals(c, group)
  const known = days.some(({ day }) => day === item.dueOn)
  const own = { day: item.dueOn, minutes: 0, tests: 0 }
  return page(
    c,
    <ChangePage
      frame={frameOf(c)}
      today={actorOf(c).today}
      group={group}
      item={item}
      subjects={subjectsOf(item.subject === null ? subjects : [item.subject, ...subjects], [])}
      days={known ? days : [own, ...days]}
      agreed={agreedNotes(c, await onPaper(c, group, item.subject))}
      errors={errors}
      values={values}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** What the form of something that is there begins with. */
const valuesOf = ({ title, subject, details, dueOn, way, minutes }: Item): Record<string, string> => {
  const usual = minutes !== null && usualMinutes.includes(minutes)
  return {
    what: title,
    subject: subject ?? '',
    details: details ?? '',
    due: dueOn,
    way: way ?? '',
    ...(minutes === null ? {} : { [usual ? 'minutes' : 'otherMinutes']: String(minutes) }),
  }
}
