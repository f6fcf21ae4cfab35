import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetAgreements, giveSeats, lines, onPages, wordsOf } from '#test/agreements.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'
import { stageOf } from './scope.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await giveSeats(house)
})
beforeEach(() => forgetAgreements(house))
afterAll(() => house.drop())

const { agreed, draft, inForce, read, send } = onPages(() => house)

const run = (statement: string): Promise<unknown> => house.db.owner.query(statement)

/** An agreement of a stage or a year that began. */
const begunFor = async (column: 'stage' | 'year_group', of: string): Promise<string> => {
  const { rows } = await house.db.owner.query<{ id: string }>(
    `insert into app.agreement (school_id, kind, level, ${column}, terms, school_line, parents_line, pupils_line)
      values ($1, 'phones', $2, $3, '{"where": "day", "place": "locker", "watches": "same"}', 'a', 'b', 'c') returning id`,
    [klimboom.school, column === 'stage' ? 'stage' : 'year', of],
  )
  const id = rows[0]?.id ?? ''
  await run(
    `insert into app.agreement_start (school_id, agreement_id, starts_on) values ('${klimboom.school}', '${id}', '2026-11-23')`,
  )
  return id
}

/** What class 4B agreed, put in force by its teacher. */
const inClass = async (): Promise<string> => {
  const rule = {
    kind: 'group-rule',
    't-subjects-reminders': 'on',
    't-photos': 'none',
    't-chatter': 'nowhere',
    ...lines,
  }
  await agreed(rule)
  const id = await draft({ ...rule, scope: `class-${klimboom.groups.g4b}` }, 'tess')
  await send('tess', `/afspraken/${id}/aanbod`)
  for (const who of [klimboom.timo, klimboom.sem])
    await send('tess', `/afspraken/${id}/jawoorden`, { [`ja-${who}`]: 'on' })
  const days = { startsOn: '23-11-2026', endsOn: '31-7-2027' }
  expect((await send('tess', `/afspraken/${id}/ingang`, days)).status).toBe(303)
  await house.events()
  return id
}

describe('Who was told', () => {
  test('the office finds each class with how many read it, and in a class each by name', async () => {
    const id = await inForce()
    await send('selma', `/afspraken/${id}/gelezen`)
    const all = await read('olga', `/afspraken/${id}/gelezen`)
    expect(all.status).toBe(200)
    // Four guardians, three pupils, seven who work there today: Pam is a guardian and works there, and counts once.
    expect(all.words).toContain(
      'Dit gaat 12 mensen aan. Het staat vanaf 23 november 2026 twee weken bij hen op Vandaag.',
    )
    expect(all.words).toContain('1 van hen zei dat te hebben gelezen.')
    expect(all.words).toContain('4B\n1 van 3\n0 van 2')
    expect(all.words).toContain('5A\n0 van 1\n0 van 1')
    expect(all.words).not.toContain('Plusgroep')
    const one = await read('olga', `/afspraken/${id}/gelezen?klas=${klimboom.groups.g4b}`)
    expect(one.words).toContain('Selma de Jong\nOuder van Timo\n. Gelezen op 23 november 2026')
    expect(one.words).toContain('Bas Vermeer')
    expect(one.words).toContain('Nog niet gelezen (4)')
    expect(one.words).not.toContain('Karim')
    expect((await read('olga', `/afspraken/${id}/gelezen?klas=personeel`)).words).toContain('Hein Hoofd')
    expect((await read('olga', `/afspraken/${id}/gelezen?klas=${vlieger.group}`)).status).toBe(404)
    expect((await read('olga', `/afspraken/${id}/gelezen?klas=x`)).status).toBe(404)
  })

  test('somebody is found by a part of the name, whatever its accents', async () => {
    const id = await inForce()
    const found = await read('olga', `/afspraken/${id}/gelezen?zoek=ozdem`)
    expect(found.words).toContain('Karim Özdemir\nOuder van Noor')
    expect(found.words).toContain('Noor Özdemir\nLeerling')
    expect(found.words).not.toContain('Timo')
    expect((await read('olga', `/afspraken/${id}/gelezen?zoek=niemand`)).words).toContain('Niemand gevonden')
  })

  test('a guardian who is blocked or on request is not on the list, nor is anybody’s of a pupil of age', async () => {
    const id = await inForce()
    await run(`insert into app.guardianship_authority (school_id, guardianship_id, guardian_id, pupil_id, state, started_on)
      values ('${klimboom.school}', '${klimboom.guardianships.bas}', '${klimboom.bas}', '${klimboom.timo}', 'on_request', '2026-11-01');
      update app.person set birth_date = '2000-01-01' where id = '${klimboom.noor}'`)
    const page = await read('olga', `/afspraken/${id}/gelezen?klas=${klimboom.groups.g4b}`)
    expect(page.words).toContain('Selma de Jong')
    expect(page.words).not.toContain('Bas Vermeer')
    expect((await read('olga', `/afspraken/${id}/papier`)).words).not.toMatch(/Bas Vermeer|Karim/)
    const noted = await send('olga', `/afspraken/${id}/gelezen-op-papier`, { [`wie-${klimboom.bas}`]: 'on' })
    expect(noted.status).toBe(404)
    await run(`delete from app.guardianship_authority;
      update app.person set birth_date = '2017-02-01' where id = '${klimboom.noor}'`)
  })

  test('of a stage and of a year only its own pupils, their parents and who teaches there count', async () => {
    await run(`insert into app.school_stage values ('${klimboom.school}', 'VO');
      update app.pupil set year_group = '11' where person_id = '${klimboom.noor}';
      update app.school_group set year_group = case name when '4B' then '4' else '11' end where school_id = '${klimboom.school}'`)
    const stage = await begunFor('stage', 'VO')
    const words = (await read('olga', `/afspraken/${stage}/gelezen`)).words
    expect(words).toContain('5A\n0 van 1\n0 van 1')
    expect(words).not.toContain('4B')
    const staff = (await read('olga', `/afspraken/${stage}/gelezen?klas=personeel`)).words
    expect(staff).toContain('Pam Aarts')
    expect(staff).not.toContain('Tess Bakker')
    const year = await begunFor('year_group', '4')
    const ofYear = (await read('olga', `/afspraken/${year}/gelezen`)).words
    expect(ofYear).toContain('4B\n0 van 3\n0 van 2')
    expect(ofYear).not.toContain('5A')
    await forgetAgreements(house)
    await run(`delete from app.school_stage where school_id = '${klimboom.school}' and stage = 'VO';
      update app.pupil set year_group = '4' where person_id = '${klimboom.noor}';
      update app.school_group set year_group = null where school_id = '${klimboom.school}'`)
  })

  test('the database and the program know the same stage of a pupil', async () => {
    for (const year of [null, '1', '8', '11', '19', 'S', '10'])
      for (const stages of [['BO'], ['VO'], ['BO', 'VO'], ['SO', 'VSO'], ['BO', 'SO', 'VO', 'VSO'], []]) {
        const { rows } = await house.db.owner.query<{ stage: string | null }>(
          'select app.stage_of($1, $2::text[]) as stage',
          [year, stages],
        )
        expect([year, stages, rows[0]?.stage ?? null]).toEqual([year, stages, stageOf(year, stages)])
      }
  })
})

describe('On paper', () => {
  test('the office writes down who read it on paper: one row in the ledger, and who confirmed keeps that', async () => {
    const id = await inForce()
    await send('selma', `/afspraken/${id}/gelezen`)
    await house.events()
    const noted = await send('olga', `/afspraken/${id}/gelezen-op-papier`, {
      klas: klimboom.groups.g4b,
      [`wie-${klimboom.bas}`]: 'on',
      [`wie-${klimboom.selma}`]: 'on',
    })
    expect(noted.status).toBe(303)
    expect(noted.headers.get('location')).toBe(`/afspraken/${id}/gelezen?klas=${klimboom.groups.g4b}&gedaan=op-papier`)
    expect(await house.events()).toEqual([
      expect.objectContaining({
        event: 'agreements.agreement.confirmed',
        about: [id, klimboom.bas],
        payload: { how: 'paper' },
        doer_person: klimboom.olga,
      }),
    ])
    const page = await read('olga', noted.headers.get('location') ?? '')
    expect(page.words).toContain('Het is opgeschreven.')
    expect(page.words).toContain('Bas Vermeer\nOuder van Timo\n. Op papier, opgeschreven op 23 november 2026')
    expect(page.words).toContain('Selma de Jong\nOuder van Timo\n. Gelezen op 23 november 2026')
    expect((await read('hein', `/afspraken/${id}`)).words).toContain(
      '1 van hen zei dat te hebben gelezen. Van 1 schreef de school op dat ze het op papier lazen.',
    )
    expect((await read('bas', '/vandaag')).words).not.toContain('Telefoons op school, voor de hele school')
  })

  test('nobody ticked is said beside the boxes; oneself, a stranger and what ended are refused', async () => {
    const id = await inForce()
    const none = await send('olga', `/afspraken/${id}/gelezen-op-papier`, { klas: klimboom.groups.g4b })
    expect(none.status).toBe(422)
    expect(wordsOf(none.browser)).toContain('Vink minstens één naam aan')
    for (const [who, status] of [
      [klimboom.olga, 403],
      [klimboom.gone, 404],
      [vlieger.guardian, 404],
    ] as const) {
      const answer = await send('olga', `/afspraken/${id}/gelezen-op-papier`, { [`wie-${who}`]: 'on' })
      expect([who, answer.status]).toEqual([who, status])
    }
    await send('hein', `/afspraken/${id}/einde`, { lastDay: '23-11-2026', why: 'Het werkte niet' })
    await house.db.setNow('2026-11-24T09:00:00+01:00')
    const late = await send('olga', `/afspraken/${id}/gelezen-op-papier`, { [`wie-${klimboom.bas}`]: 'on' })
    expect(late.status).toBe(409)
    expect((await read('olga', `/afspraken/${id}/papier`)).status).toBe(404)
    await house.db.setNow('2026-11-23T09:00:00+01:00')
  })

  test('the sheet to give along names nobody; after it each class has its own list of who did not read it yet', async () => {
    const id = await inForce()
    await send('selma', `/afspraken/${id}/gelezen`)
    const paper = await read('hein', `/afspraken/${id}/papier`)
    expect(paper.words).toContain('Wij geven een kluis, en een sleutel.')
    expect(paper.words).toContain('Handtekening')
    expect(paper.browser.html.match(/class="stack-s new-sheet"/g)).toHaveLength(3)
    expect(paper.words).toContain('Bas Vermeer')
    expect(paper.words).not.toContain('Selma')
    const one = await read('hein', `/afspraken/${id}/papier?klas=${klimboom.groups.g5a}`)
    expect(one.browser.html.match(/class="stack-s new-sheet"/g)).toHaveLength(1)
  })
})

describe('Who may know', () => {
  test('a teacher reads and writes down of what the own class agreed; of the school’s that is refused', async () => {
    const id = await inClass()
    const page = await read('tess', `/afspraken/${id}/gelezen`)
    expect(page.words).toContain('Bas Vermeer')
    expect(page.words).toContain('Dit gaat 6 mensen aan')
    expect(page.words).toContain('Tess Bakker')
    expect((await read('tess', `/afspraken/${id}`)).words).toContain('Bekijk wie het las en wie nog niet')
    const noted = await send('tess', `/afspraken/${id}/gelezen-op-papier`, { [`wie-${klimboom.bas}`]: 'on' })
    expect(noted.status).toBe(303)
    expect((await read('tess', `/afspraken/${id}/gelezen`)).words).toContain('Op papier, opgeschreven op')
    const other = { [`wie-${klimboom.karim}`]: 'on' }
    expect((await send('tess', `/afspraken/${id}/gelezen-op-papier`, other)).status).toBe(404)
    for (const path of [`/afspraken/${id}/gelezen`, `/afspraken/${id}/papier`]) {
      for (const who of ['pamAsTeacher', 'selma', 'timo', 'vliegerOffice'])
        expect([path, who, (await read(who, path)).status]).toEqual([path, who, 404])
    }
    const school = await inForce()
    expect((await read('tess', `/afspraken/${school}/gelezen`)).status).toBe(403)
    expect((await read('tess', `/afspraken/${school}`)).words).not.toContain('Bekijk wie het las')
  })

  test('of what did not begin nobody was told', async () => {
    const id = await draft()
    for (const path of [`/afspraken/${id}/gelezen`, `/afspraken/${id}/papier`])
      expect([path, (await read('hein', path)).status]).toEqual([path, 404])
  })
})
