import { idOf, tokenOf, type SchoolNumber } from '#test/access/cast-names.ts'
import type { TestDatabase } from '#test/rig.ts'
import { readerOf, type App } from './reader.ts'

export const rosterFile = (name = 'Pelle'): File =>
  new File([`key,first_name,last_name,birth_date,group\nnieuw-1,${name},Nieuwkomer,2018-05-11,4B\n`], 'lijst.csv')

const schools: readonly SchoolNumber[] = [1, 2]
const proofs = new Map<SchoolNumber, string>()

/** What the page of a preview of this school shows, and its form must carry. */
export const proofOf = (school: SchoolNumber): string => proofs.get(school) ?? ''

/**
 * Gives the previews of the cast a file that was really read, and each school an import that was really applied: the
 * `real import` of that school.
 */
export const readRosters = async ({ owner }: TestDatabase, app: App): Promise<void> => {
  const office = (n: SchoolNumber) => readerOf(app, tokenOf(n, 'office'))
  const read = await office(1).post('/inlezingen', { format: 'pupils', file: rosterFile() })
  const id = read.headers.get('location')?.split('/').at(-1) ?? ''
  await owner.query(
    `update app.roster_preview set content = convert_to(replace(convert_from(r.content, 'UTF8'), 'nieuw-1', 'nieuw-2'), 'UTF8')
     from app.roster_preview r where r.id = $1 and roster_preview.id <> r.id`,
    [id],
  )
  await owner.query(
    `insert into app.roster_preview (school_id, id, person_id, format, file_name, fingerprint, content)
     select $2, $3, $4, format, file_name, fingerprint, content from app.roster_preview where id = $1`,
    [id, idOf(2, 'school'), idOf(2, 'real import'), idOf(2, 'office')],
  )
  await owner.query('update app.roster_preview set id = $2 where id = $1', [id, idOf(1, 'real import')])
  for (const n of schools) {
    const address = `/inlezingen/${idOf(n, 'real import')}`
    const proef = await shownAt(office(n), address)
    const { status } = await office(n).post(`${address}/toepassing`, { proef, weg: 'blijven' })
    if (status !== 303) throw new Error(`the roster of school ${n} was answered with ${status}`)
    // Counts are written by who applies; those of the cast are empty.
    await owner.query(
      `update app.roster_import set counts = r.counts from app.roster_import r
       where roster_import.school_id = r.school_id and r.id = $1`,
      [idOf(n, 'real import')],
    )
    proofs.set(n, await shownAt(office(n), `/inlezingen/${idOf(n, 'preview office')}`))
  }
}

const shownAt = async (reader: ReturnType<typeof readerOf>, address: string): Promise<string> =>
  /name="proef" value="([^"]*)"/.exec(await (await reader.ask(address)).text())?.[1] ?? ''
