import { beginAgreement, offerAgreement, sayYesFor, writeDraft, type AgreementView } from '#modules/agreements/index.ts'
import { hinders } from '#modules/reports/index.ts'
import { schoolYearAround } from '#modules/school/index.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import type { Tx } from '#platform/db/types.ts'
import { contentOf, type Matter, type Version } from './agreed.ts'
import { asColleague } from './as-owner.ts'
import { peopleOf, type Step } from './steps.ts'

type InClass = Pick<Matter, 'kind'> & Pick<Version, 'starter' | 'terms' | 'lines'> & { teacher: string; class: string }

/** Who was not there, or did not want it. */
const absent = 2

/** What a class agrees in its meeting, from today until the summer. The teacher writes down who said yes, in a session of the own. */
export const agreeInClass =
  ({ teacher, class: key, ...said }: InClass): Step =>
  async (db, loading) => {
    const { school, today } = loading
    const { staff, groups } = await peopleOf(db, loading)
    const [person, group] = [staff.get(teacher), groups.get(key)]
    if (person === undefined || group === undefined) return
    await asColleague(db, { school, person }, async (tx, mentor) => {
      const known = await tx
        .selectFrom('agreement')
        .select('id')
        .where('school_id', '=', school)
        .where('group_id', '=', group)
        .executeTakeFirst()
      if (known !== undefined) return
      const content = contentOf({ kind: said.kind, scope: { level: 'class', of: group } }, said)
      const id = await writeDraft(tx, mentor, { school, follows: null, ...content })
      await offerAgreement(tx, mentor, { school, id })
      const people = await membersOf(tx, school, group)
      await sayYesFor(tx, mentor, { school, id, people: people.slice(absent) })
      const { endsOn } = schoolYearAround(today)
      const hindrance = await beginAgreement(tx, mentor, { school, id, startsOn: today, endsOn }, [hinders])
      if (hindrance !== null) throw new Error(`an agreement of ${key} did not begin: ${hindrance.why}`)
    })
  }

const membersOf = async (tx: Tx<AgreementView>, school: string, group: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom('group_member as m')
    .select('m.pupil_id')
    .where('m.school_id', '=', school)
    .where('m.group_id', '=', group)
    .where(holdsToday('m'))
    .orderBy('m.pupil_id')
    .execute()
  return rows.map(({ pupil_id }) => pupil_id)
}
