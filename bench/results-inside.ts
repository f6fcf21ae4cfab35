// The progress question of a guardian, with policies and gate and without both; and a release in one batch, with and without. In one
// process that is told what to do line by line, and answers each with milliseconds.
import { createInterface } from 'node:readline'
import { CompiledQuery, type Kysely } from 'kysely'
import { knownQueries, type ResultView } from '#modules/results/queries.ts'
import { releaseDue } from '#modules/results/deeds/release-due.ts'
import { openDatabase } from '#platform/db/connect.ts'
import { asTask, enter } from '#platform/db/context.ts'
import { appDatabase, appRole } from '#platform/db/embedded-database.ts'
import { hashOf } from '#platform/http/secrets.ts'

const [socketDir = '', token = '', school = ''] = process.argv.slice(2)

const at = (user: string): Kysely<ResultView> =>
  openDatabase<ResultView>({ host: socketDir, port: 5432, user, database: appDatabase })
const app = at(appRole)
const owner = at('postgres')

/** The same question without the gate. */
const gated = knownQueries.guardian.text
const ungated = gated.replace(/\s*and \(app\.is_known\([\s\S]*?(?=\s*\), teachers as)/, '')
if (ungated === gated || /known|released|widened/.test(ungated))
  throw new Error('the gate was not found in the question')

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

/** Milliseconds of the question alone, after who asks was put on. */
const ask = (db: Kysely<ResultView>, text: string): Promise<{ took: number; rows: number }> =>
  db.transaction().execute(async (tx) => {
    const { entered } = await enter(tx, hashOf(token))
    if (entered === null) throw new Error('the guardian is not signed in')
    const begun = performance.now()
    const { rows } = await tx.executeQuery(CompiledQuery.raw(text, [entered.pupils]))
    return { took: performance.now() - begun, rows: rows.length }
  })

const release = (): Promise<number> =>
  timed(() => asTask(app, 'release', school, (tx) => releaseDue(tx, school, '2 days')))

const bareRelease = (): Promise<number> =>
  timed(() =>
    owner.executeQuery(
      CompiledQuery.raw(
        `insert into bench.result_release (school_id, result_id, reader, pupil_id)
          select r.school_id, r.id, 'pupil', r.pupil_id from app.result r
          where r.school_id = $1 and r.pupil_due <= now() and r.pupil_due > now() - interval '2 days'`,
        [school],
      ),
    ),
  )

const deeds: Readonly<Record<string, () => Promise<readonly number[]>>> = {
  gated: async () => {
    const { took, rows } = await ask(app, gated)
    return [took, rows]
  },
  ungated: async () => {
    const { took, rows } = await ask(owner, ungated)
    return [took, rows]
  },
  release: async () => [await release()],
  bare: async () => [await bareRelease()],
}

for await (const line of createInterface({ input: process.stdin })) {
  const deed = deeds[line]
  if (deed === undefined) break
  process.stdout.write(`${(await deed()).join(' ')}\n`)
}
await app.destroy()
await owner.destroy()
