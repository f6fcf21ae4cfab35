import type pg from 'pg'

/** Lets a test set the clock of its own database. Production start refuses a database whose clock was replaced. */
export const replaceClock = async (owner: pg.Client): Promise<void> => {
  await owner.query(
    `create schema test_rig; grant usage on schema test_rig to public; create table test_rig.clock (at timestamptz)`,
  )
  await owner.query(`grant select on test_rig.clock to public`)
  await owner.query(`create or replace function app.now() returns timestamptz language sql stable parallel safe
    as 'select coalesce((select at from test_rig.clock), transaction_timestamp())'`)
}
