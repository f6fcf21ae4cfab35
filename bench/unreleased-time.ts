import { Agent } from 'node:http'
import type pg from 'pg'
import { hashOf } from '#platform/http/secrets.ts'
import type { Figure } from './figure.ts'
import { ask, median, type Target } from './load.ts'

const paths = ['/voortgang', '/vandaag']
/** Blocks of pages that take turns: without, with, with, without. */
const rounds = 24
const pages = 20
const title = 'Niet uit'

/**
 * Whether the clock tells a guardian that something waits: the same pages in turns with and without results that are not out, one
 * in each subject of each child. The figure is the worst of the pages, slower or faster being the same to who listens; that of two halves
 * of the pages without is what chance does.
 */
export const unreleasedTime = async (owner: pg.Client, page: Target, token: string): Promise<Figure> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const { rows: children } = await owner.query<Child>(
    `select g.school_id as school, g.pupil_id as pupil from app.session s join app.account_person a on a.account_id = s.account_id
      join app.guardianship g on g.school_id = a.school_id and g.guardian_id = a.person_id where s.token_hash = $1`,
    [hashOf(token)],
  )
  if (children.length === 0) throw new Error('the guardian who listens has no child')
  const found: Heard[] = []
  for (const path of paths) found.push(await listen(owner, agent, { ...page, path: () => path }, children))
  agent.destroy()
  const worst = Math.max(...found.map(({ ratio }) => ratio))
  const chance = Math.max(...found.map((one) => one.chance))
  return {
    name: 'unreleased-time',
    ratio: worst,
    target: 1.03,
    wanted: 'at most',
    note: `${paths.map((path, at) => `${path} ${found[at]?.said ?? ''}`).join('; ')}; two halves of the same pages ${chance.toFixed(3)}`,
  }
}

type Heard = { ratio: number; chance: number; said: string }
type Child = { school: string; pupil: string }

/** How far two are apart, whichever is more. */
const apart = (one: number, other: number): number => Math.max(one / other, other / one)

const listen = async (owner: pg.Client, agent: Agent, target: Target, children: readonly Child[]): Promise<Heard> => {
  const took: Record<'with' | 'without', number[]> = { with: [], without: [] }
  const block = async (which: 'with' | 'without'): Promise<void> => {
    await (which === 'with' ? add(owner, children) : remove(owner))
    // What was taken away leaves something behind until it is cleared, which is no answer to the question.
    await owner.query('vacuum app.result, app.assessment')
    for (let n = 0; n < pages; n += 1) {
      const begun = performance.now()
      await ask(agent, target, n)
      // The first pages after a change find other things in memory.
      if (n >= pages / 4) took[which].push(performance.now() - begun)
    }
  }
  for (let round = 0; round < rounds; round += 1)
    for (const which of round % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const))
      await block(which)
  await remove(owner)
  const [without, waiting] = [median(took.without), median(took.with)]
  const halves = [0, 1].map((half) => median(took.without.filter((_, at) => at % 2 === half)))
  return {
    ratio: apart(without, waiting),
    chance: apart(halves[0] ?? 1, halves[1] ?? 1),
    said: `${waiting.toFixed(3)} ms while something waits, else ${without.toFixed(3)} ms`,
  }
}

const remove = async (owner: pg.Client): Promise<void> => {
  await owner.query(
    `delete from app.result r using app.assessment a where a.school_id = r.school_id and a.id = r.assessment_id and a.title = '${title}'`,
  )
  await owner.query(`delete from app.assessment where title = '${title}'`)
}

const add = async (owner: pg.Client, children: readonly Child[]): Promise<void> => {
  await owner.query('set session_replication_role = replica')
  for (const { school, pupil } of children)
    await owner.query(
      `with tests as (
        insert into app.assessment (school_id, group_id, stage, subject, title, kind, scale, weight, period_id, made_on, set_by)
          select a.school_id, a.group_id, a.stage, a.subject, '${title}', a.kind, a.scale, a.weight, a.period_id, current_date, a.set_by
          from app.assessment a join app.group_member m on m.school_id = a.school_id and m.group_id = a.group_id and m.pupil_id = $2
          where a.school_id = $1 and a.title = 'Toets 1' returning school_id, id, group_id, set_by)
      insert into app.result (school_id, assessment_id, group_id, dossier, pupil_id, tenths, rule, at_time, later, counted, entered_by,
          entered_at, timed_at, pupil_due, guardian_due)
        select school_id, id, group_id, 'progress', $2, 31, 'child_first', '17:00', 3, 'school_days', set_by, now(), now(),
          now() + interval '1 day', now() + interval '4 days' from tests`,
      [school, pupil],
    )
  await owner.query('set session_replication_role = origin')
}
