// What a page that is served already would take more, and what a month takes to be counted: in one process, told as one line.
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { agreementFor, findInForce, inForceAlong, type AgreementView } from '#modules/agreements/index.ts'
import { countKept } from '#modules/agreements/deeds/count-kept.ts'
import { reachKeeper } from '#platform/db/reach-keeper.ts'
import { openDatabase } from '#platform/db/connect.ts'
import { asTask, enter, type Entered } from '#platform/db/context.ts'
import { appDatabase, appRole, withClient } from '#platform/db/embedded-database.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { asSuperuser } from './bench-house.ts'
import { median } from './load.ts'

const pupilsOfClass = 30
const ledgerRows = 300_000
const kinds = ['phones', 'quiet-hours', 'on-paper'] as const

const [socketDir = '', token = '', school = '', group = ''] = process.argv.slice(2)

const keeper = reachKeeper()

/** A page begins: who asks is put on. As pages do that act on agreements, it asks along which are in force; then which holds for each pupil. */
const beginPage = (db: Kysely<AgreementView>, isAsking: boolean): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const along = (known: Entered) => inForceAlong(known, kinds)
    const { entered, answers } = await enter(tx, hashOf(token), keeper, isAsking ? along : undefined)
    if (entered === null) throw new Error('the teacher is not signed in')
    if (!isAsking) return
    const inForce = await findInForce(tx, { school }, kinds, answers)
    for (let pupil = 0; pupil < pupilsOfClass; pupil += 1) {
      const situation = { school, stage: 'BO', year: '4', groups: [group], subject: null, pupil: String(pupil) }
      for (const kind of kinds)
        if (agreementFor(inForce, kind, situation, entered.today) === null) throw new Error('nothing holds')
    }
  })

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

const bareScan = (owner: pg.Client): Promise<unknown> =>
  owner.query(
    `select count(*), max(e.at), max(length(w.payload::text)) from app.ledger_entry e
      join app.ledger_payload w on w.chain_id = e.chain_id and w.entry_id = e.id where e.chain_id = $1`,
    [school],
  )

const count = (db: Kysely<AgreementView>): Promise<void> =>
  asTask(db, 'kept', school, (tx) => countKept(tx, school, new Date().toISOString().slice(0, 8).concat('01')))

/** Rows of this month by forty teachers: a tenth homework, the rest of everything else. */
const fillLedger = async (owner: pg.Client): Promise<void> => {
  await owner.query('set session_replication_role = replica')
  await owner.query(
    `insert into app.person (school_id, id, last_name) select $1, ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'Leraar ' || n from generate_series(1, 40) n`,
    [school],
  )
  await owner.query(
    `insert into app.staff (school_id, person_id, started_on) select school_id, id, '2020-08-01' from app.person where last_name ~ '^Leraar \\d' and school_id = $1`,
    [school],
  )
  await owner.query(
    `insert into app.ledger_entry (chain_id, id, at, doer_person, doer_hat, event, about, payload_hash)
      select $1, 1000000 + n, date_trunc('month', now()) + (n % 40000) * interval '1 minute',
        ('00000000-0000-4000-9000-' || lpad((1 + n % 40)::text, 12, '0'))::uuid, 'staff',
        case when n % 10 = 0 then 'homework.item.set' else 'people.file.opened' end,
        array[gen_random_uuid(), (select id from app.school_group where school_id = $1 and source_key = (1 + n % 30)::text)],
        '\\x0000000000000000000000000000000000000000000000000000000000000000'
      from generate_series(1, $2::int) n`,
    [school, ledgerRows],
  )
  await owner.query(
    `insert into app.ledger_payload (chain_id, entry_id, salt, payload) select chain_id, id, '\\x00000000000000000000000000000000',
        case when event = 'homework.item.set' then json_build_object('kind', 'homework', 'subject', 'Rekenen', 'title', 'Bladzijde 3',
          'dueOn', (at + interval '1 day')::date, 'years', json_build_array('4'), 'way', case when id % 3 = 0 then 'screen' else 'paper' end) else '{}'::json end
      from app.ledger_entry where chain_id = $1 and id > 1000000`,
    [school],
  )
  await owner.query('set session_replication_role = origin')
  await owner.query('vacuum analyze app.ledger_entry, app.ledger_payload')
}

const db = openDatabase<AgreementView>({ host: socketDir, port: 5432, user: appRole, database: appDatabase })
const begun: Record<'asking' | 'bare', number[]> = { asking: [], bare: [] }
for (let round = 0; round < 400; round += 1) {
  begun.bare.push(await timed(() => beginPage(db, false)))
  begun.asking.push(await timed(() => beginPage(db, true)))
}
const added = median(begun.asking.slice(100)) - median(begun.bare.slice(100))
await withClient(asSuperuser(socketDir), fillLedger)
const took: Record<'count' | 'scan', number[]> = { count: [], scan: [] }
for (let round = 0; round < 7; round += 1) {
  took.scan.push(await withClient(asSuperuser(socketDir), (owner) => timed(() => bareScan(owner))))
  took.count.push(await timed(() => count(db)))
}
await db.destroy()
process.stdout.write([added, median(took.count), median(took.scan)].join(' '))
