import { askSight, findChild, keepChoices } from '#modules/sight/index.ts'
import { idOf } from '../announce.ts'
import { asGuardian } from '../as-owner.ts'
import { peopleOf, type Step } from '../steps.ts'
import { castKey } from './people.ts'

/**
 * Bas sees homework of Merel only when he asks, and asks to see her results when she does. Merel and a teacher of 3c have still to
 * answer. In a session of his own: nobody chooses or asks for a guardian.
 */
export const askForSight: Step = async (db, loading) => {
  const { school } = loading
  const { pupils, guardians } = await peopleOf(db, loading)
  const [pupil, person] = [pupils.get(castKey('Merel')), guardians.get('bas.dejong@thuis.example')]
  if (pupil === undefined || person === undefined) return
  await asGuardian(db, { school, person }, async (tx, guardian) => {
    const known = await tx.selectFrom('sight_request').select('id').where('id', '=', idOf(31)).executeTakeFirst()
    if (known !== undefined) return
    const child = await findChild(tx, guardian, pupil)
    await keepChoices(tx, guardian, child, {
      grades: 'agreed',
      homework: 'ask',
      presence: 'agreed',
      timetable: 'agreed',
      messages: 'agreed',
    })
    await askSight(tx, guardian, child, {
      id: idOf(31),
      weeks: 6,
      reason: 'Dan kan ik beter helpen met leren voor de toetsen.',
    })
  })
}
