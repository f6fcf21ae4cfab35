import { asKeeper, peopleOf, type Step } from '../steps.ts'
import { idOf, tell } from '../announce.ts'
import { findClosures } from '../queries.ts'
import { addSchoolEvents, type Plan } from '../school-events.ts'
import { shownClass } from './day-changes.ts'

const untimed = { startsTime: null, endsTime: null, line: null }
const at = (startsTime: string, endsTime: string, line: string) => ({ startsTime, endsTime, line })

/** What happens soon, each on the first school day after so many days. */
const plans: readonly Plan[] = [
  {
    after: 3,
    kind: 'trip',
    name: 'Naar het theater',
    ...at('12:30', '17:00', 'We gaan met de trein.'),
    groups: [shownClass],
  },
  { after: 8, kind: 'parents', name: null, ...at('19:00', '21:30', 'In de kantine.') },
  { after: 15, kind: 'report', name: null, ...untimed },
]

export const addEvents: Step = (db, loading) =>
  asKeeper(db, loading, async (tx, { groups }) => {
    const { calendar } = await findClosures(tx, loading.school)
    await addSchoolEvents(tx, { school: loading.school, calendar, groups, plans })
  })

/** One announcement to the whole school, one to the class that is shown. */
export const tellThings: Step = async (db, loading) => {
  const { school, today } = loading
  const people = await peopleOf(db, loading)
  const group = people.groups.get(shownClass)
  if (group === undefined) return
  await tell(db, { school, today, people }, [
    {
      id: idOf(21),
      signed: 'Ruben Mensah',
      content: {
        title: 'De fietsenkelder is dicht',
        body: 'De fietsenkelder krijgt een nieuwe vloer. Zet je fiets tot volgende week op het plein bij de gymzaal.\n\nZet hem goed op slot.',
        important: true,
      },
      wish: { whole: true, groups: [], whom: ['guardian', 'pupil'] },
      files: [],
    },
    {
      id: idOf(22),
      signed: 'Loes Bakker',
      content: {
        title: 'Profielkeuze: dit komt eraan',
        body: 'In januari kies je je profiel. In het mentoruur kijken we samen wat bij je past.\n\nPraat er thuis vast over.',
        important: false,
      },
      wish: { whole: false, groups: [group], whom: ['guardian', 'pupil'] },
      files: [],
    },
  ])
}
