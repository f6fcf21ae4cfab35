import { showWork } from '#modules/showings/index.ts'
import { idOf } from './announce.ts'
import { asColleague } from './as-owner.ts'
import { castKey, staff } from './cast.ts'
import { drawing } from './drawing.ts'
import { peopleOf, type Step } from './steps.ts'

/** The drawing of a child in primary school, who has no account: the teacher places it, in a session of her own. */
export const placeWork: Step = async (db, loading) => {
  const { school } = loading
  const { pupils, staff: colleagues } = await peopleOf(db, loading)
  const [pupil, person] = [pupils.get(castKey('Timo')), colleagues.get(keyOf('Noor'))]
  if (pupil === undefined || person === undefined) return
  const file = await drawing('landschap.png')
  await asColleague(db, { school, person }, async (tx, teacher) => {
    const id = idOf(9)
    const known = await tx.selectFrom('showing').select('id').where('id', '=', id).executeTakeFirst()
    if (known !== undefined) return
    await showWork(tx, teacher, { school, id, pupil, line: 'Landschap bij zonsondergang, gemaakt door Timo', file })
  })
}

const keyOf = (firstName: string): string => staff.find((one) => one.firstName === firstName)?.key ?? ''
