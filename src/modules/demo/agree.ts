import {
  answerLaying,
  beginAgreement,
  layAgreement,
  openTheme,
  writeDraft,
  type AgreementView,
  type OpenTheme,
} from '#modules/agreements/index.ts'
import { hinders } from '#modules/reports/index.ts'
import { dayAfter, nextSchoolDay } from '#modules/today/index.ts'
import { asOperator } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { contentOf, daysOf, minutesOf, type Days, type Matter, type Version } from './agreed.ts'
import { findAgreed, findClosures, keyOfAgreed } from './queries.ts'
import type { Step } from './steps.ts'

/** What a school agreed, and the theme about which it did not yet. */
export type Agreed = { matters: readonly Matter[]; open: Omit<OpenTheme, 'talkedOn'> }

/** A school lays down what it agreed: each matter whole or not at all, and none that is there. */
export const agreeOn =
  ({ matters, open }: Agreed): Step =>
  async (db, { school, today }) => {
    const known = await asOperator(db, school, (tx) => findAgreed(tx, school))
    for (const [place, matter] of matters.entries()) {
      if (known.has(keyOfAgreed(matter.kind, matter.scope))) continue
      await asOperator(db, school, (tx) => agree(tx, { school, today, place }, matter))
    }
    if (known.has(open.theme)) return
    await asOperator(db, school, async (tx) => {
      const { calendar } = await findClosures(tx, school)
      const talkedOn = nextSchoolDay(calendar, school, dayAfter(today, 21))
      await openTheme(tx, { hat: 'operator', school }, { school, ...open, talkedOn })
    })
  }

type Place = { school: string; today: string; place: number }

const agree = async (tx: Tx<AgreementView>, { school, today, place }: Place, matter: Matter): Promise<void> => {
  const doer = { hat: 'operator', school } as const
  let follows: string | null = null
  for (const version of matter.versions) {
    const days = daysOf(version, place, today)
    const id: string = await writeDraft(tx, doer, { school, follows, ...contentOf(matter, version) })
    const refused = await layAgreement(tx, doer, { school, id, laidOn: days.laidOn, answerBy: days.answerBy }, [
      hinders,
    ])
    if (refused !== null) throw new Error(`an agreement of the demo was not laid: ${refused('nl')}`)
    await answer(tx, { school, id, place }, version, days)
    await begin(tx, { school, id }, days)
    follows = id
  }
}

/** Everybody who was asked said yes, but where it is undecided. */
const answer = async (
  tx: Tx<AgreementView>,
  { school, id, place }: { school: string; id: string; place: number },
  { since, saidYes = [] }: Version,
  { decidedOn }: Days,
): Promise<void> => {
  const laid = await tx
    .selectFrom('agreement_laying')
    .select(['id', 'body'])
    .where('school_id', '=', school)
    .where('agreement_id', '=', id)
    .execute()
  const decision = { outcome: 'yes', decidedOn, minutes: minutesOf(decidedOn, place) } as const
  for (const { id: laying, body } of laid)
    if (since !== 'undecided' || saidYes.includes(body))
      await answerLaying(tx, { hat: 'operator', school }, { school, id, laying, decision })
}

const begin = async (
  tx: Tx<AgreementView>,
  { school, id }: { school: string; id: string },
  { startsOn }: Days,
): Promise<void> => {
  if (startsOn === null) return
  const hindrance = await beginAgreement(tx, { hat: 'operator', school }, { school, id, startsOn, endsOn: null }, [
    hinders,
  ])
  if (hindrance !== null) throw new Error(`an agreement of the demo did not begin: ${hindrance.why}`)
}
