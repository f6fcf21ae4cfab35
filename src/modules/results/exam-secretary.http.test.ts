import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSecondary, onResultPages, withoutTags } from '#test/results.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await asSecondary(house)
})
afterAll(() => house.drop())

const { timo, school } = klimboom
const { open, send, addTest, enter, resultOf } = onResultPages(() => house)

const become = (role: string) =>
  house.db.owner.query(`delete from app.staff_role where school_id = '${school}' and person_id = '${klimboom.hein}';
    insert into app.staff_role (school_id, person_id, role, started_on) values ('${school}', '${klimboom.hein}', '${role}', '2020-08-01')`)

test.each(['exam_secretary', 'deputy'])('%s, who teaches nobody, finds what is proposed and decides', async (role) => {
  const progress = await addTest()
  const exam = await addTest({ dossier: 'exam', what: 'Schoolexamen 1' })
  for (const id of [progress, exam]) await enter(id, { [timo]: '5,4' })
  const { id: result } = await resultOf(exam)
  const wish = { grade: '5,6', examReason: 'Een vraag was dubbel geteld.' }
  expect((await send('tess', `/toetsen/${exam}/cijfers/${result}/voorstel`, wish)).status).toBe(303)
  await become(role)
  const list = await open('hein', '/examendossier')
  expect(withoutTags(list)).toMatch(/Timo/)
  expect(list.html).toContain(wish.examReason)
  expect((await open('hein', `/toetsen/${exam}`)).html).toContain('Timo')
  expect((await open('hein', `/leerlingen/${timo}`)).html).not.toContain('Timo')
  const [, proposal = ''] = /\/examendossier\/([0-9a-f-]{36})\/besluit/.exec(list.html) ?? []
  expect((await send('hein', `/examendossier/${proposal}/besluit`, { says: 'yes' })).status).toBe(303)
  const { rows } = await house.db.owner.query(
    `select tenths from app.result where assessment_id = '${exam}' and ended_at is null`,
  )
  expect(rows).toEqual([{ tenths: 56 }])
})
