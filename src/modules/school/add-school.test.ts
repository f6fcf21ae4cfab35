import { afterAll, beforeAll, expect, test } from 'vitest'
import { Conflict, NotFound } from '#platform/errors.ts'
import { operate } from '#test/rig.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'
import { addDayOff } from './add-day-off.ts'
import { addSchool, type NewSchool } from './add-school.ts'
import { addSchoolYear } from './add-school-year.ts'
import { schoolYearAround } from './school.ts'
import type { SchoolTables } from './tables.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
afterAll(() => house.drop())

const school: NewSchool = {
  key: 'horizon',
  name: 'Horizon College',
  brin: '21CD',
  region: 'zuid',
  stages: ['VO', 'VSO'],
}
const nowhere = { hat: 'operator', school: null } as const

test('The operator adds a school with its stages, and one row in its own ledger says so.', async () => {
  const id = await operate<SchoolTables, string>(house.db, null, (tx) => addSchool(tx, nowhere, school))
  expect(await house.events()).toEqual([
    {
      event: 'school.school.added',
      about: [id],
      payload: { key: 'horizon', region: 'zuid', stages: ['VO', 'VSO'] },
      doer_hat: 'operator',
      doer_person: null,
    },
  ])
  const { rows } = await house.db.owner.query('select stage from app.school_stage where school_id = $1 order by 1', [
    id,
  ])
  expect(rows).toEqual([{ stage: 'VO' }, { stage: 'VSO' }])
})

test('A short name that is taken is refused.', async () => {
  const again = operate<SchoolTables, string>(house.db, null, (tx) =>
    addSchool(tx, nowhere, { ...school, key: 'klimboom' }),
  )
  await expect(again).rejects.toThrow(Conflict)
})

test('A school year is added once, and to the own school alone.', async () => {
  const next = schoolYearAround('2027-09-01')
  const add = (where: string) =>
    operate<SchoolTables, string>(house.db, klimboom.school, (tx) =>
      addSchoolYear(tx, { hat: 'operator', school: klimboom.school }, { school: where, ...next }),
    )
  await house.events()
  await add(klimboom.school)
  expect((await house.events()).map(({ event }) => event)).toEqual(['school.year.added'])
  await expect(add(klimboom.school)).rejects.toThrow(Conflict)
  await expect(add(vlieger.school)).rejects.toThrow(NotFound)
})

test('A span of days off that no holiday has is refused.', async () => {
  const add = (endsOn: string) =>
    operate<SchoolTables, string>(house.db, klimboom.school, (tx) =>
      addDayOff(
        tx,
        { hat: 'operator', school: klimboom.school },
        { school: klimboom.school, name: 'Meivakantie', startsOn: '2027-04-24', endsOn },
      ),
    )
  await add('2027-05-09')
  await expect(add('2027-05-10')).rejects.toThrow(Conflict)
  await expect(add('2027-04-23')).rejects.toThrow(Conflict)
})
