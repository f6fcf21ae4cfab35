import { Hono } from 'hono'
import { announcementPaths } from '#modules/announcements/index.ts'
import { homeworkPaths } from '#modules/homework/index.ts'
import { notePaths } from '#modules/notes/index.ts'
import { findChoices, OwnLine, ownSight, WaitingLine } from '#modules/sight/index.ts'
import { findPupilNews, PupilLines } from '#modules/results/index.ts'
import { showingPaths } from '#modules/showings/index.ts'
import { QuestionCard, talkQuestion } from '#modules/talk/index.ts'
import { noticesOf } from '#modules/people/index.ts'
import { anyone } from '#platform/access/rules.ts'
import { NotFound } from '#platform/errors.ts'
import { actorOf, txOf, type AppEnv } from '#platform/http/app-env.ts'
import { frameOf } from '#platform/http/frame.ts'
import { only } from '#platform/http/only.ts'
import { page } from '#platform/http/page.ts'
import { quoted } from '#ui/part/said.tsx'
import { mayReadToday } from './access.ts'
import { buildToday, daysNeeded } from './build-today.ts'
import { TodayPage } from './pages/today-page.tsx'
import { paths } from './paths.ts'
import { along, findCalendar, findLessons, findSubjects } from './queries.ts'
import { timedBy, withSight } from './own-day.ts'
import { factsOf } from './whole-day.ts'
import { findWaiting } from './waiting.ts'
import { findHomework, findWholeDay, isQuestionOff } from './whole-queries.ts'

export const routes = new Hono<AppEnv>()

routes.get('/', only(anyone), (c) => c.redirect(c.get('actor') === null ? '/inloggen' : paths.today, 303))

routes.get('/vandaag', only(mayReadToday, { along }), async (c) => {
  const [tx, actor] = [txOf<unknown>(c), actorOf(c)]
  const answers = c.get('answers')
  const calendar = await findCalendar(tx, actor, answers)
  const subjects = await findSubjects(tx, actor, answers)
  const chosen = c.req.query('kind') ?? null
  const shown = chosen === null ? subjects : subjects.filter(({ id }) => id === chosen)
  if (chosen !== null && (shown.length === 0 || actor.hat !== 'guardian')) throw new NotFound('child')
  const lessons = await findLessons(tx, shown, daysNeeded(calendar, shown), calendar.today, answers)
  const isStaff = actor.hat === 'staff'
  const waiting = isStaff ? await findWaiting(c) : null
  const frame = { ...frameOf(c), desk: isStaff }
  const homework = await findHomework(tx, actor, answers)
  const isGuardian = actor.hat === 'guardian'
  const family = isGuardian ? subjects : []
  const choiceOf = await findChoices(tx, actor, answers)
  const sight = ownSight(choiceOf, isGuardian ? shown : [], ['timetable', 'homework', 'messages'], c.req.query('toon'))
  const whole = await findWholeDay(tx, actor, answers, {
    calendar,
    subjects: shown,
    homework,
    lang: c.var.lang,
    sight,
    family,
  })
  const asksQuestions = isGuardian && shown.length > 0
  const off = asksQuestions && (await isQuestionOff(tx, actor, answers))
  return page(
    c,
    <TodayPage
      frame={frame}
      today={withSight(buildToday(calendar, timedBy(sight, shown), lessons), sight)}
      family={family}
      own={
        sight.leavesOut ? (
          <OwnLine lang={c.var.lang} sight={sight} hrefOf={(pupil, toon) => `${paths.ofChild(pupil)}&toon=${toon}`} />
        ) : null
      }
      asked={
        <>
          <PupilLines lang={c.var.lang} news={await findPupilNews(tx, actor, answers)} />
          {whole.sightAsked > 0 && (
            <WaitingLine lang={c.var.lang} who={isStaff ? 'staff' : 'pupil'} waiting={whole.sightAsked} />
          )}
        </>
      }
      chosen={chosen}
      whole={whole}
      links={links}
      talk={
        asksQuestions ? (
          <QuestionCard
            frame={frame}
            off={off}
            questions={
              off
                ? []
                : shown.map((subject) => ({
                    name: subject.name,
                    question: talkQuestion(
                      frame.lang,
                      factsOf(
                        calendar,
                        subject,
                        sight.hides(subject.id, 'timetable') ? [] : lessons,
                        sight.hides(subject.id, 'homework') ? [] : homework,
                      ),
                      (word) => quoted(frame.lang, word),
                    ),
                  }))
            }
          />
        ) : null
      }
      waiting={waiting}
      notices={chosen === null ? noticesOf(actor, c.get('lang')) : []}
      empty={isStaff ? 'staff' : actor.hat === null ? 'none' : 'guardian'}
    />,
  )
})

const links = {
  homework: homeworkPaths.homework,
  notes: notePaths.notes,
  announcements: announcementPaths.announcements,
  announcement: announcementPaths.announcement,
  showings: showingPaths.ofChild,
}
