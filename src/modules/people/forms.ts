import { z } from 'zod'
import type { PersonRole } from '#platform/access/actor.ts'
import { dayField, lineField, oneLine, optionalLineField, readDay } from '#platform/http/fields.ts'
import { allRoles } from './access.ts'
import { ageOn, oldest, youngest } from './ages.ts'
import { authorities, canBlock, documentKinds, lastReview, livings } from './authority.ts'
import { relations } from './person.ts'
import { daysBetween, mostDays } from './put-substitute.ts'
import type { Texts } from './texts.nl.ts'

// What a field may hold, as the tables have it.
const longest = { name: 200, prefix: 40, email: 256, phone: 40, street: 200, postalCode: 32, city: 120 }

const nameFields = ({ name: words, tooLong }: Texts) => ({
  firstName: optionalLineField({ most: longest.name, long: tooLong(longest.name) }),
  prefix: optionalLineField({ most: longest.prefix, long: tooLong(longest.prefix) }),
  lastName: lineField({ most: longest.name, missing: words.lastMissing, long: tooLong(longest.name) }),
})

const emailShape = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
const phoneShape = /^\+?[\d\s().-]+$/

const reachFields = ({ contact: words, tooLong }: Texts) => ({
  email: optionalLineField({ most: longest.email, long: tooLong(longest.email) }).refine(
    (email) => email === null || emailShape.test(email),
    words.emailWrong,
  ),
  phone: optionalLineField({ most: longest.phone, long: tooLong(longest.phone) }).refine(
    (phone) => phone === null || (phoneShape.test(phone) && phone.replaceAll(/\D/g, '').length >= 6),
    words.phoneWrong,
  ),
})

const contactFields = (words: Texts) => ({
  ...reachFields(words),
  street: optionalLineField({ most: longest.street, long: words.tooLong(longest.street) }),
  postalCode: optionalLineField({ most: longest.postalCode, long: words.tooLong(longest.postalCode) }),
  city: optionalLineField({ most: longest.city, long: words.tooLong(longest.city) }),
  contactName: optionalLineField({ most: longest.name, long: words.tooLong(longest.name) }),
  language: z.string(words.contact.languageWrong).regex(/^[a-z]{2,3}$/, words.contact.languageWrong),
})

// The one of that name who is at the school already; 'new' for somebody else. Asked only when there is one.
const same = z.string().max(40).optional()

export const contactForm = (words: Texts) => z.object(contactFields(words))

export const guardianForm = (words: Texts) =>
  z.object({
    ...nameFields(words),
    relation: z.enum(relations, words.guardian.relationMissing),
    authority: z.enum(['full', 'on_request'], words.authority.addMissing),
    ...contactFields(words),
    same,
  })

const readTyped =
  (wrong: string) =>
  (text: string | undefined, context: z.RefinementCtx): string | null => {
    const typed = oneLine(text ?? '')
    const day = typed === '' ? null : readDay(typed)
    if (typed !== '' && day === null) context.addIssue({ code: 'custom', message: wrong })
    return day
  }

// A day that may stay empty.
const optionalDay = (words: { wrong: string }) => z.string().optional().transform(readTyped(words.wrong))

export const staffForm = (words: Texts, today: string) =>
  z.object({
    ...nameFields(words),
    ...reachFields(words),
    lastDay: optionalDay({ wrong: words.dayWrong }).refine(
      (day) => day === null || day >= today,
      words.employment.lastDayWrong,
    ),
    same,
  })

export const roleForm = (words: Texts) => z.object({ role: z.enum(allRoles, words.role.missing) })

/** @param earliest the first day that can be the last, 'YYYY-MM-DD', when one is known */
export const leavingForm = ({ leaving: words, dayWrong }: Texts, earliest: string | null) =>
  z.object({
    lastDay: dayField({ missing: words.lastDayMissing, wrong: dayWrong }).refine(
      (day) => earliest === null || day >= earliest,
      words.tooEarly,
    ),
  })

/** @param earliest the first day from which it can be over, 'YYYY-MM-DD' */
export const endForm = ({ end: words, dayWrong }: Texts, earliest: string) =>
  z.object({
    from: dayField({ missing: words.fromMissing, wrong: dayWrong }).refine((day) => day >= earliest, words.tooEarly),
  })

/** What is asked of a limit; the fields that a choice does not need are left out of account. */
export const authorityForm = ({ authority: words, tooLong, dayWrong }: Texts, today: string) =>
  z
    .object({
      state: z.enum(authorities, words.stateMissing),
      kind: z.enum(['', ...documentKinds]).default(''),
      datedOn: optionalDay({ wrong: dayWrong }),
      reference: optionalLineField({ most: 100, long: tooLong(100) }),
      forbids: z
        .string()
        .optional()
        .transform((ticked) => ticked !== undefined),
      reviewOn: optionalDay({ wrong: dayWrong }),
    })
    .superRefine(({ state, kind, datedOn, forbids, reviewOn }, context) => {
      if (state === 'full') return
      const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
      if (kind === '' && (state === 'blocked' || datedOn !== null)) wrong('kind', words.kindMissing)
      const blocks = kind !== '' && canBlock({ kind, forbids: true })
      if (state === 'blocked' && kind !== '' && !blocks) wrong('kind', words.kindCannotBlock)
      if (kind !== '' && datedOn === null) wrong('datedOn', words.datedMissing)
      if (datedOn !== null && datedOn > today) wrong('datedOn', words.datedFuture)
      if (state === 'blocked' && blocks && !forbids) wrong('forbids', words.forbidsMissing)
      if (state === 'blocked' && reviewOn === null) wrong('reviewOn', words.reviewMissing)
      if (reviewOn !== null && (reviewOn <= today || reviewOn > lastReview(today))) wrong('reviewOn', words.reviewWrong)
    })

export const homeForm = ({ authority: words }: Texts) => z.object({ lives: z.enum(livings, words.homeMissing) })

export const birthForm = ({ birthdays: words }: Texts, today: string) =>
  z.object({
    born: dayField({ missing: words.bornMissing, wrong: words.bornWrong }).refine((born) => {
      const age = ageOn(born, today) ?? -1
      return age >= youngest && age <= oldest
    }, words.bornOdd),
  })

/** @param choices the functions this reader may give this person @param groups the classes there are */
export const functionForm = (
  { functions: words, dayWrong }: Texts,
  { choices, groups, today }: { choices: readonly PersonRole[]; groups: readonly string[]; today: string },
) =>
  z
    .object({
      role: z.enum(choices, words.missing),
      group: z.enum(['', ...groups], words.groupMissing).default(''),
      lastDay: optionalDay({ wrong: dayWrong }),
    })
    .superRefine(({ role, group, lastDay }, context) => {
      const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
      if (role === 'class_parent' && group === '') wrong('group', words.groupMissing)
      if (role === 'attendance_officer' && lastDay === null) wrong('lastDay', words.lastDayMissing)
      if (lastDay !== null && (lastDay < today || (role === 'attendance_officer' && lastDay > lastReview(today))))
        wrong('lastDay', words.lastDayWrong)
    })

export const guestForm = (words: Texts) => z.object({ ...nameFields(words), ...reachFields(words), same })

export const substituteForm = ({ substitutes: words, dayWrong }: Texts, today: string) =>
  z
    .object({
      person: z.string(words.whoMissing).min(1, words.whoMissing),
      group: z.string(words.groupMissing).min(1, words.groupMissing),
      from: dayField({ missing: words.fromMissing, wrong: dayWrong }).refine((day) => day >= today, words.fromPast),
      until: optionalDay({ wrong: dayWrong }),
    })
    .superRefine(({ from, until }, context) => {
      if (until !== null && (until < from || daysBetween(from, until) > mostDays - 1))
        context.addIssue({ code: 'custom', path: ['until'], message: words.untilWrong })
    })

/** @param earliest the first day of the work, 'YYYY-MM-DD' */
export const lastWorkForm = ({ employment: words, dayWrong }: Texts, earliest: string) =>
  z.object({
    lastDay: dayField({ missing: words.lastDayMissing, wrong: dayWrong }).refine(
      (day) => day >= earliest,
      words.lastDayWrong,
    ),
  })
