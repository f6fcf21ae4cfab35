import { sql } from 'kysely'
import { byName, spokenName, taughtGroups } from '#modules/people/index.ts'
import type { Entered } from '#platform/db/context.ts'
import { holdsToday } from '#platform/db/holds-today.ts'
import type { Db } from '#platform/db/types.ts'
import { keepsAgreements } from './access.ts'
import { scopeValues, type Offer } from './draft-fields.ts'
import { kindKeys, shapeOf, type Kind } from './kinds/kinds.ts'
import { isMeeting, type Level } from './scope.ts'
import type { AgreementView } from './visible-to.ts'

/** For what the actor may draft an agreement of this kind at this school: a teacher for the own classes and their pupils. */
export const findOffer = async (
  db: Db<AgreementView>,
  actor: Entered,
  { school, kind }: { school: string; kind: Kind },
): Promise<Offer> => {
  const levels = levelsFor(actor, school, kind)
  const { rows } = await sql<{ stages: string[]; years: string[] }>`select
    array(select stage from school_stage where school_id = ${school}::uuid order by stage) as stages,
    array(select distinct p.year_group from pupil p where p.school_id = ${school}::uuid and p.year_group is not null
      and (p.left_on is null or p.left_on > app.today()) and ${levels.includes('year')}::boolean order by 1) as years`.execute(
    db,
  )
  const [row = { stages: [], years: [] }] = rows
  const own = sql`(${keepsAgreements(actor, school)}::boolean or (g.school_id, g.id) in (${taughtGroups(actor)}))`
  const classes = await sql<{ id: string; name: string }>`select g.id, g.name from school_group g
    where g.school_id = ${school}::uuid and ${own} and ${levels.includes('class')}::boolean
      and (g.ended_on is null or g.ended_on > app.today()) order by g.name`.execute(db)
  // With the class beside it: two of one name are told apart, and a class stands together.
  const pupils = await sql<{
    id: string
    name: string
  }>`select p.id, concat_ws(', ', ${spokenName('p')}, min(g.name)) as name
    from school_group g join group_member m on m.school_id = g.school_id and m.group_id = g.id
      and ${holdsToday('m')}
    join person p on p.school_id = m.school_id and p.id = m.pupil_id
    where g.school_id = ${school}::uuid and (g.school_id, g.id) in (${taughtGroups(actor)})
      and ${levels.includes('pupil')}::boolean
    group by p.school_id, p.id order by min(g.name), ${byName('p')}`.execute(db)
  return { levels, ...row, classes: classes.rows, pupils: pupils.rows }
}

/** The kinds of which the actor may draft something for somebody: not for a class alone who teaches none. */
export const findOfferedKinds = async (db: Db<AgreementView>, actor: Entered, school: string): Promise<Kind[]> => {
  const offer = await findOffer(db, actor, { school, kind: widest })
  return kindKeys.filter((kind) => scopeValues({ ...offer, levels: levelsFor(actor, school, kind) }).length > 0)
}

/** A kind that knows every level. */
const widest = 'on-paper' satisfies Kind

/** At which levels the actor drafts this kind: who oversees no school for a class or a pupil alone. */
const levelsFor = (actor: Entered, school: string, kind: Kind): Level[] =>
  shapeOf(kind).levels.filter((level) => keepsAgreements(actor, school) || isMeeting({ level }))
