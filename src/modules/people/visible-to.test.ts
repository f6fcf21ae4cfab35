import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Hat, Standing, StaffRole } from '#platform/access/actor.ts'
import { openDatabase } from '#platform/db/connect.ts'
import { klimboom as k, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'
import { findContact } from './contact-queries.ts'
import { findGuardians } from './guardian-queries.ts'
import { keptPersons, visibleGroups, visibleTo, type PeopleView } from './visible-to.ts'

let house: TwoSchools
// The superuser, whom no policy holds back: what is not seen here is kept from sight by the first wall alone.
let db: Kysely<PeopleView>
beforeAll(async () => {
  house = await twoSchools()
  db = openDatabase<PeopleView>({ ...house.db.config('postgres'), max: 1 })
})
afterAll(async () => {
  await db.destroy()
  await house.drop()
})

const stands = (person: string, roles: StaffRole[] = [], school = k.school): Standing => ({ school, person, roles })
const actor = (hat: Hat | null, ...at: Standing[]): Actor => ({
  account: k.school,
  session: k.school,
  hat,
  hats: [],
  language: 'nl',
  at,
})
const names = new Map(
  Object.entries({ timo: k.timo, noor: k.noor, sem: k.sem, gone: k.gone, bo: vlieger.bo }).map(([name, id]) => [
    id,
    name,
  ]),
)
const pupilsOf = async (who: Actor) =>
  (await visibleTo(db, who).select('pupil.person_id as id').execute()).map(({ id }) => names.get(id) ?? id).sort()

test.each<[string, Actor, string[]]>([
  ['a guardian the own child', actor('guardian', stands(k.selma)), ['timo']],
  ['another family its own', actor('guardian', stands(k.karim)), ['noor']],
  ['a pupil only the own file', actor('pupil', stands(k.timo)), ['timo']],
  ['a pupil who left nothing', actor('pupil', stands(k.gone)), []],
  ['a teacher who she teaches, of whom nobody has left', actor('staff', stands(k.tess, ['teacher'])), ['sem', 'timo']],
  ['a former teacher of the group nothing', actor('staff', stands(k.exTess, ['teacher'])), []],
  ['a teacher without the role nothing', actor('staff', stands(k.tess)), []],
  ['a parent under the other hat not her own child', actor('staff', stands(k.pam, ['teacher'])), ['noor']],
  ['and under this one no more than that', actor('guardian', stands(k.pam)), ['sem']],
  ['the head the whole school', actor('staff', stands(k.hein, ['head'])), ['gone', 'noor', 'sem', 'timo']],
  ['the office the whole school', actor('staff', stands(k.olga, ['office'])), ['gone', 'noor', 'sem', 'timo']],
  ['roles under another hat nothing', actor('guardian', stands(k.olga, ['office'])), []],
  ['no hat nothing', actor(null, stands(k.olga, ['office']), stands(k.selma)), []],
  ['nobody anywhere nothing', actor('guardian'), []],
  ['a school paired with a person of elsewhere nothing', actor('guardian', stands(vlieger.guardian)), []],
  ['and the other way round', actor('guardian', stands(k.selma, [], vlieger.school)), []],
  [
    'two schools both, each by its own role',
    actor('staff', stands(k.tess, ['teacher']), stands(vlieger.office, ['office'], vlieger.school)),
    ['bo', 'sem', 'timo'],
  ],
])('%s', async (_who, who, seen) => {
  expect(await pupilsOf(who)).toEqual(seen)
})

test('A relation that ends closes on its day, and one that begins later opens on its day.', async () => {
  await house.db.owner.query(`update app.guardianship set ended_on = '2026-11-23' where id = '${k.guardianships.selma}';
    update app.guardianship set ended_on = '2026-11-24' where id = '${k.guardianships.bas}';
    update app.guardianship set started_on = '2026-11-24' where id = '${k.guardianships.karim}'`)
  const seen = () => Promise.all([k.selma, k.bas, k.karim].map((person) => pupilsOf(actor('guardian', stands(person)))))
  expect(await seen()).toEqual([[], ['timo'], []])
  await house.db.setNow('2026-11-23T23:30:00Z')
  expect(await seen()).toEqual([[], [], ['noor']])
})

test('A pupil who moves to another group is seen by its teacher and no longer by the one before.', async () => {
  await house.db.setNow('2026-11-23T09:00:00+01:00')
  await house.db.owner.query(`update app.group_member set ended_on = '2026-11-23' where pupil_id = '${k.sem}';
    insert into app.group_member (school_id, group_id, pupil_id, started_on) values ('${k.school}', '${k.groups.g5a}', '${k.sem}', '2026-11-23')`)
  expect(await pupilsOf(actor('staff', stands(k.tess, ['teacher'])))).toEqual(['timo'])
  // Now she teaches her own child.
  expect(await pupilsOf(actor('staff', stands(k.pam, ['teacher'])))).toEqual(['noor', 'sem'])
})

test('Groups: the whole school for who oversees it, the own for a teacher, none for families.', async () => {
  await house.db.setNow('2026-11-23T09:00:00+01:00')
  const groupsOf = async (who: Actor) =>
    (await visibleGroups(db, who).select('school_group.name').orderBy('school_group.name').execute()).map(
      ({ name }) => name,
    )
  expect(await groupsOf(actor('staff', stands(k.hein, ['head'])))).toEqual(['4B', '5A', 'Plusgroep'])
  expect(await groupsOf(actor('staff', stands(k.tess, ['teacher'])))).toEqual(['4B'])
  expect(await groupsOf(actor('staff', stands(k.exTess, ['teacher'])))).toEqual([])
  expect(await groupsOf(actor('guardian', stands(k.pam, ['teacher'])))).toEqual([])
  expect(await groupsOf(actor('pupil', stands(k.timo)))).toEqual([])
})

test('Particulars are kept by office and administrator of that school alone.', async () => {
  const keptBy = async (who: Actor) =>
    new Set((await keptPersons(db, who).select('person.school_id as school').execute()).map(({ school }) => school))
  expect(await keptBy(actor('staff', stands(k.olga, ['office'])))).toEqual(new Set([k.school]))
  expect(await keptBy(actor('staff', stands(k.ada, ['administrator'])))).toEqual(new Set([k.school]))
  for (const role of ['head', 'teacher'] as const)
    expect(await keptBy(actor('staff', stands(k.hein, [role])))).toEqual(new Set())
  expect(await keptBy(actor('guardian', stands(k.olga, ['office'])))).toEqual(new Set())
})

test('Guardians: staff read names, the office how to reach them, a guardian the own relation, a pupil none.', async () => {
  await house.db.owner.query(`update app.guardianship set started_on = '2024-08-01', ended_on = null`)
  const seenBy = async (who: Actor) =>
    (await findGuardians(db, who, { school: k.school, id: k.timo })).map(({ id, contact }) => [
      id,
      contact?.email ?? null,
    ])
  expect(await seenBy(actor('guardian', stands(k.selma)))).toEqual([[k.selma, null]])
  expect(await seenBy(actor('guardian', stands(k.karim)))).toEqual([])
  expect(await seenBy(actor('pupil', stands(k.timo)))).toEqual([])
  const names = [
    [k.selma, null],
    [k.bas, null],
  ]
  expect(await seenBy(actor('staff', stands(k.tess, ['teacher'])))).toEqual(names)
  expect(await seenBy(actor('staff', stands(k.hein, ['head'])))).toEqual(names)
  expect(await seenBy(actor('staff', stands(k.pam, ['teacher'])))).toEqual([])
  expect(await seenBy(actor('staff', stands(vlieger.office, ['office'], vlieger.school)))).toEqual([])
  expect(await seenBy(actor('staff', stands(k.olga, ['office'])))).toEqual([
    [k.selma, 'selma@thuis.example'],
    [k.bas, 'bas@thuis.example'],
  ])
  const bas = { school: k.school, id: k.bas }
  for (const who of [actor('guardian', stands(k.selma)), actor('staff', stands(k.hein, ['head']))]) {
    expect((await findContact(db, who, bas)).email).toBeNull()
  }
  expect((await findContact(db, actor('staff', stands(k.olga, ['office'])), bas)).email).toBe('bas@thuis.example')
})
