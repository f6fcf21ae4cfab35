import { sql, type RawBuilder } from 'kysely'
import { describe, expect, test } from 'vitest'
import { onResultPages, secondaryHouse } from '#test/results.ts'
import { bySql, klimboom } from '#test/two-schools.ts'

// What people get and do with statements of their own, past every page.
const house = secondaryHouse()

const { timo, tess, school, groups } = klimboom
const { open, send, addTest, enter, resultOf } = onResultPages(house)
const ask = (who: string, ...statements: readonly RawBuilder<unknown>[]) => bySql(house(), who, ...statements)

/** A grade of Timo that he knows since an hour. */
const known = async (fields: Record<string, string> = {}) => {
  const id = await addTest(fields)
  await enter(id, { [timo]: '5,4' })
  await house().db.setNow('2026-11-23T18:00:00+01:00')
  return { test: id, result: (await resultOf(id)).id }
}
const show = (test: string, result: string, who = 'home') =>
  send('tess', `/toetsen/${test}/cijfers/${result}/vrijgave`, { who, reason: 'Timo vroeg ons dit.' })

describe('What says that a result is known', () => {
  test('is gone for pupil and home with the version that was withdrawn, and stays for who teaches', async () => {
    const { test: id, result } = await known()
    await send('timo', `/cijfers/${result}/vertellen`, { choice: 'self' })
    expect((await show(id, result)).status).toBe(303)
    const release = sql`select 1 from app.result_release where result_id = ${result}`
    const telling = sql`select 1 from app.result_telling where result_id = ${result}`
    expect([await ask('timo', release), await ask('selma', release), await ask('timo', telling)]).toEqual([1, 1, 1])
    await send('tess', `/toetsen/${id}/cijfers/${result}/intrekking`)
    expect([await ask('timo', release), await ask('selma', release), await ask('timo', telling)]).toEqual([0, 0, 0])
    expect(await ask('tess', release)).toBe(1)
    const again = sql`update app.result_release set ended_at = null where result_id = ${result}`
    expect(await ask('tess', again)).toContain('what was withdrawn stays so')
    expect((await house().events()).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['results.grade.released', 'results.grade.withdrawn']),
    )
  })

  test('goes also with what was changed before it was withdrawn', async () => {
    const { test: id, result } = await known()
    expect((await show(id, result)).status).toBe(303)
    await enter(id, { [timo]: '6,4' })
    const release = sql`select 1 from app.result_release where pupil_id = ${timo}`
    expect(await ask('selma', release)).toBe(1)
    await send('tess', `/toetsen/${id}/cijfers/${(await resultOf(id)).id}/intrekking`)
    expect([await ask('timo', release), await ask('selma', release)]).toEqual([0, 0])
  })

  test('tells nobody who released it or when the pupil told it', async () => {
    const { result } = await known()
    expect((await send('timo', `/cijfers/${result}/vertellen`, { choice: 'told' })).status).toBe(303)
    for (const who of ['selma', 'timo', 'tess', 'hein'])
      for (const column of ['released_by', 'released_at', '*'])
        expect(await ask(who, sql`select ${sql.raw(column)} from app.result_release`)).toContain('permission denied')
    const told = sql`select 1 from app.result_release where result_id = ${result} and shown_at is null and reason is null`
    expect(await ask('selma', told)).toBe(1)
  })

  test('is never shown early without saying why, to the pupil or at home', async () => {
    const { test: id, result } = await known()
    const fresh = await addTest({ what: 'Nog niet bekend' })
    await enter(fresh, { [timo]: '6,1' })
    const showing = (of: string, reader: string, reason: string | null) =>
      sql`insert into app.result_release (school_id, result_id, reader, pupil_id, released_by, reason)
        values (${school}, ${of}, ${reader}, ${timo}, ${tess}, ${reason})`
    const { id: unknown } = await resultOf(fresh)
    for (const [of, reader] of [
      [result, 'guardian'],
      [unknown, 'pupil'],
    ] as const) {
      expect(await ask('tess', showing(of, reader, null))).toContain('row-level security')
      expect(await ask('tess', showing(of, reader, '  '))).toContain('result_release_why')
      expect(await ask('tess', showing(of, reader, 'Daarom.'))).toBe(1)
    }
    const unsaid = `insert into app.result_release (school_id, result_id, reader, pupil_id, released_by)
      values ('${school}', '${result}', 'guardian', '${timo}', '${tess}')`
    await expect(house().db.owner.query(unsaid)).rejects.toThrow('result_release_home_why')
    expect((await show(id, result)).status).toBe(303)
  })
})

describe('What a pupil chose', () => {
  test('is undone by the pupil alone, and that they talked is noted by who teaches, once and in the own name', async () => {
    const { result } = await known()
    await send('timo', `/cijfers/${result}/vertellen`, { choice: 'mentor' })
    const talked = (by: string) => sql`update app.result_telling set talked_at = app.now(), talked_by = ${by}`
    expect(await ask('timo', talked(tess))).toContain('a talk is noted by who held it')
    expect(await ask('timo', talked(timo))).toContain('a talk is noted by who held it')
    expect(await ask('tess', talked(klimboom.hein))).toContain('a talk is noted by who held it')
    const forgotten = sql`update app.result_telling set talked_at = null, talked_by = null`
    expect(await ask('tess', talked(tess), forgotten)).toContain('a talk is noted by who held it')
    expect(await ask('tess', talked(tess))).toBe(1)
    const undone = sql`update app.result_telling set undone_at = app.now()`
    expect(await ask('tess', undone)).toContain('a choice is undone by its pupil')
    expect(await ask('timo', undone)).toBe(1)
    const forged = sql`insert into app.result_telling (school_id, result_id, pupil_id, choice, talked_at, talked_by)
      values (${school}, ${result}, ${timo}, 'mentor', app.now(), ${tess})`
    expect(await ask('timo', undone, forged)).toContain('permission denied')
  })
})

test('that home waits is read and ended only by who teaches the pupil today', async () => {
  const { owner } = house().db
  expect((await send('tess', `/leerlingen/${timo}/pauze`, { until: '30-11-2026' })).status).toBe(303)
  const [read, end] = [sql`select 1 from app.result_pause`, sql`update app.result_pause set on_until = app.today()`]
  expect([await ask('tess', read), await ask('tess', end)]).toEqual([1, 1])
  const member = `update app.group_member set ended_on = $1 where pupil_id = '${timo}' and group_id = '${groups.g4b}'`
  await owner.query(member, ['2026-11-20'])
  const after = [await ask('tess', read), await ask('tess', end)]
  await owner.query(member, [null])
  expect(after).toEqual([0, 0])
  expect(await ask('exTess', read)).toBe(0)
})

/** From the 24th results are shown at once. */
const agreeAtOnce = () =>
  house().db.owner
    .query(`with a as (insert into app.agreement (school_id, kind, level, terms, school_line, parents_line, pupils_line)
      values ('${school}', 'grade-release', 'school', '{"when": "direct", "time": "17:00", "later": 0}', 'a', 'b', 'c') returning school_id, id)
    insert into app.agreement_start (school_id, agreement_id, starts_on, agreed) select school_id, id, '2026-11-24', '[]' from a`)

describe('A retake', () => {
  const twice = async () => {
    const first = await addTest({ retakable: 'on' })
    await enter(first, { [timo]: '4,8' })
    const again = await addTest({ what: 'Herkansing', retakeOf: first })
    await enter(again, { [timo]: '6,6' })
    return { first, again }
  }
  const home = sql`select 1 from app.result where tenths in (48, 66)`

  test('shown at home early takes the first time along, and is never there alone', async () => {
    const { first, again } = await twice()
    const { id } = await resultOf(again)
    const goesAlong = 'Het resultaat van de eerste keer gaat mee.'
    expect((await open('tess', `/toetsen/${again}/cijfers/${id}`)).html).toContain(goesAlong)
    expect((await open('tess', `/toetsen/${first}/cijfers/${(await resultOf(first)).id}`)).html).not.toContain(
      goesAlong,
    )
    await house().events()
    expect((await show(again, id)).status).toBe(303)
    expect([await ask('selma', home), await ask('timo', home)]).toEqual([2, 2])
    const [shown] = await house().events()
    expect(shown?.about).toEqual([id, again, (await resultOf(first)).id, timo])
  })

  test('shown early to the pupil takes the first time along, and home knows neither', async () => {
    const { again } = await twice()
    expect((await show(again, (await resultOf(again)).id, 'pupil')).status).toBe(303)
    expect([await ask('selma', home), await ask('timo', home)]).toEqual([0, 2])
  })

  test('is by no statement of a teacher or of the pupil at home without the first time', async () => {
    const { first, again } = await twice()
    await house().db.setNow('2026-11-23T18:00:00+01:00')
    const [retake, before] = [await resultOf(again), await resultOf(first)]
    const release = (of: string, by: string, reason: string | null) =>
      sql`insert into app.result_release (school_id, result_id, reader, pupil_id, released_by, reason)
        values (${school}, ${of}, 'guardian', ${timo}, ${by}, ${reason})`
    expect(await ask('tess', release(retake.id, tess, 'Daarom.'))).toContain('row-level security')
    expect(await ask('timo', release(retake.id, timo, null))).toContain('row-level security')
    expect(await ask('tess', release(before.id, tess, 'Daarom.'), release(retake.id, tess, 'Daarom.'))).toBe(1)
    expect(await ask('timo', release(before.id, timo, null), release(retake.id, timo, null))).toBe(1)
  })

  test('waits for the first time with the pupil too, also where it was agreed since to show results at once', async () => {
    await house().db.setNow('2026-11-24T12:00:00+01:00')
    const first = await addTest({ retakable: 'on' })
    await enter(first, { [timo]: '4,8' })
    await agreeAtOnce()
    const again = await addTest({ what: 'Herkansing', retakeOf: first })
    await enter(again, { [timo]: '6,6' })
    await house().db.owner.query('update app.result set agreement_id = null; delete from app.agreement')
    expect([await ask('timo', home), await ask('selma', home)]).toEqual([0, 0])
    await house().db.setNow('2026-11-24T16:59:59+01:00')
    expect(await ask('timo', home)).toBe(0)
    await house().db.setNow('2026-11-24T17:00:00+01:00')
    expect([await ask('timo', home), await ask('selma', home)]).toEqual([2, 0])
  })

  test('waits at home for the first time, also where it was agreed since to show results at once', async () => {
    const first = await addTest({ retakable: 'on' })
    await enter(first, { [timo]: '4,8' })
    await agreeAtOnce()
    await house().db.setNow('2026-11-24T12:00:00+01:00')
    const again = await addTest({ what: 'Herkansing', retakeOf: first })
    await enter(again, { [timo]: '6,6' })
    await house().db.owner.query('update app.result set agreement_id = null; delete from app.agreement')
    expect([(await resultOf(first)).homeDue, (await resultOf(again)).homeDue]).toEqual([
      '2026-11-26 17:00:00',
      '2026-11-26 17:00:00',
    ])
    expect([await ask('timo', home), await ask('selma', home)]).toEqual([2, 0])
    await house().db.setNow('2026-11-26T17:00:00+01:00')
    expect(await ask('selma', home)).toBe(2)
  })
})

test('a deputy reads what the head reads of results, on the pages and by SQL, and enters nothing', async () => {
  const { owner } = house().db
  const { test: id } = await known()
  const asDeputy = (role: string) =>
    owner.query(`update app.staff_role set role = '${role}' where id = '${klimboom.roles.olga}'`)
  expect((await house().as('olga').get(`/cijfers?groep=${groups.g4b}`)).status).toBe(404)
  await asDeputy('deputy')
  const pages = [`/cijfers`, `/cijfers?groep=${groups.g4b}`, `/toetsen/${id}`]
  const read = async (who: string, path: string) => {
    const browser = house().as(who)
    const { status } = await browser.get(path)
    return { status, main: /<main[\s\S]*<\/main>/.exec(browser.html)?.[0].replaceAll(/nonce="[^"]*"/g, '') }
  }
  const tables = ['assessment', 'result', 'result_release', 'result_telling', 'result_pause', 'exam_change']
  const found = async (who: string) => {
    const counts = await Promise.all(tables.map((table) => ask(who, sql`select 1 from ${sql.raw(`app.${table}`)}`)))
    return { counts, pages: await Promise.all(pages.map((path) => read(who, path))) }
  }
  const deputy = await found('olga')
  const posted = await send('olga', `/toetsen/${id}/cijfers`, { [`c-${timo}`]: '9,0' })
  await asDeputy('office')
  expect(deputy).toEqual(await found('hein'))
  expect(deputy.pages.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(deputy.pages.at(-1)?.main).toContain('Timo')
  expect(posted.status).toBe(404)
})
