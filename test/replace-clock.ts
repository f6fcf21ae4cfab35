import type pg from 'pg'

/**
 * Lets a test set the clock of its own database. Production start refuses a database whose clock was replaced.
 * @param startsAt an instant from which the clock runs where no test sets it; left out: now
 */
export const replaceClock = async (owner: pg.Client, startsAt?: string): Promise<void> => {
  const { rows } = await owner.query<{ ahead: string }>(
    `select (coalesce($1::timestamptz, transaction_timestamp()) - transaction_timestamp())::text as ahead`,
    [startsAt ?? null],
  )
  const ahead = rows[0]?.ahead ?? '0'
  await owner.query(
    `create schema test_rig; grant usage on schema test_rig to public; create table test_rig.clock (at timestamptz)`,
  )
  await owner.query(`grant select on test_rig.clock to public`)
  await owner.query(`create or replace function app.now() returns timestamptz language sql stable parallel safe
    as $$ select coalesce((select at from test_rig.clock), transaction_timestamp() + interval '${ahead}') $$`)
}
