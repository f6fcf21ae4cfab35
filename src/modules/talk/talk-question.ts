import type { Lang } from '#platform/i18n/lang.ts'
import { questions, type Template } from './questions.data.ts'
import { subjectOf, type Subject } from './subject.ts'

/** What there is to know of one day of one child. Nothing of how the child did or behaved is asked for, or could be used. */
export type TalkFacts = {
  /** The id of the child, so that not every family is asked the same. */
  child: string
  /** `YYYY-MM-DD` */
  day: string
  stage: 'BO' | 'VO'
  /** The lessons of that day as the timetable names them. */
  lessons: readonly { title: string; cancelled: boolean }[]
  /** Whether there is no school that day: a holiday, a day off or the weekend. */
  free: boolean
  /** The subjects of tests on the next school day; null is a test without one. */
  testsNext: readonly (string | null)[]
  /** The subjects of what is to be made for the next school day. */
  homeworkNext: readonly (string | null)[]
}

/** As many questions as there are at least to choose from, so that none comes back within two weeks of the same days. */
const poolSize = 17

/**
 * One open question to ask a child about the day: the same for both guardians, another each day. Questions about what is not
 * as usual go before those about the lessons, and those before the general ones.
 */
export const talkQuestion = (
  lang: Lang,
  facts: TalkFacts,
  quote: (word: string) => string = (word) => word,
): string => {
  const pool = poolOf(facts)
  const turn = hashOf(facts.child) + dayNumber(facts.day) * stepFor(pool.length)
  const chosen = pool[turn % pool.length]
  if (chosen === undefined) return ''
  // English has words of its own for subjects; in other languages they are called as at school, where the child knows them.
  const subject = lang === 'en' ? chosen.subject?.en : chosen.subject?.nl
  return capital(chosen.template[lang](subject === undefined ? '' : quote(subject)))
}

/** With a capital first, also when what stands first is a quoted word. */
const capital = (text: string): string => text.replace(/^\P{L}*\p{Ll}/u, (head) => head.toUpperCase())

type Choice = { template: Template; subject: Subject | null }

/** The questions that fit these facts. Does not know which day it is. */
const poolOf = (facts: TalkFacts): Choice[] => {
  const fitting = questions.filter(({ stage }) => stage === undefined || stage === facts.stage)
  const about = (kind: Template['about'], subject: Subject | null = null): Choice[] =>
    fitting.filter((template) => template.about === kind).map((template) => ({ template, subject }))
  if (facts.free) return about('free')
  const subjects = facts.lessons.filter(({ cancelled }) => !cancelled).flatMap(({ title }) => subjectOf(title) ?? [])
  const special = [
    ...facts.testsNext.flatMap((title) => ofTitle(title).flatMap((one) => about('test', one))),
    ...facts.lessons
      .filter(({ cancelled }) => cancelled)
      .slice(0, 1)
      .flatMap(({ title }) => ofTitle(title).flatMap((one) => about('cancelled', one))),
    ...facts.homeworkNext.flatMap((title) => ofTitle(title).flatMap((one) => about('homework', one))),
  ]
  const ofLessons = spread(unique(subjects).map((one) => about(one.family, one)))
  return distinct([...special, ...ofLessons, ...about('day')]).slice(0, Math.max(poolSize, distinct(special).length))
}

const ofTitle = (title: string | null): Subject[] =>
  title === null ? [] : [subjectOf(title)].flatMap((one) => one ?? [])

const unique = (subjects: readonly Subject[]): Subject[] =>
  subjects.filter(({ nl }, at) => subjects.findIndex((other) => other.nl === nl) === at)

/** The first of each list, then the second of each: no lesson takes the place of all others. */
const spread = (lists: readonly (readonly Choice[])[]): Choice[] => {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return [...Array(longest).keys()].flatMap((at) => lists.flatMap((list) => list[at] ?? []))
}

const distinct = (choices: readonly Choice[]): Choice[] => {
  const seen = new Set<string>()
  return choices.filter(({ template, subject }) => {
    const text = template.nl(subject?.nl ?? '')
    return seen.has(text) ? false : seen.add(text)
  })
}

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000

/** A step that visits every question once before the first comes back: it shares no divisor with their number. */
const stepFor = (count: number): number => {
  let step = Math.max(1, Math.floor(count * 0.6))
  while (commonDivisor(step, count) > 1) step += 1
  return step
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

/** A number out of a text, the same every time (FNV-1a, 32 bits). */
const hashOf = (text: string): number => {
  let hash = 2_166_136_261
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return hash
}
