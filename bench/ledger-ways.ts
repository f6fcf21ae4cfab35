// Four ways to write one event, compared by bench/ledger-writers.ts.
import { createHash, randomUUID } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import type pg from 'pg'
import { asOperator } from '#platform/db/context.ts'
import { canonicalJson } from '#platform/ledger/canonical-json.ts'
import { record } from '#platform/ledger/record.ts'

export type Way = (db: Kysely<never>, school: string) => Promise<void>

const event = 'people.group.joined'
const payload = { group: '6f1c1a52-6a3c-4c43-a3a7-0d7d3c2b1a01', from: '2026-08-01', place: 12 }

/** Tables for the ways that the product does not have, without policies, as the owner. */
export const layBenchTables = async (owner: pg.Client, role: string): Promise<void> => {
  await owner.query(`create schema bench; grant usage on schema bench to ${role};
    create table bench.entry (like app.ledger_entry including all);
    create table bench.payload (like app.ledger_payload including all);
    create table bench.head (chain_id uuid primary key, seq bigint not null, hash bytea not null);
    create sequence bench.entry_id;
    grant select, insert, update on all tables in schema bench to ${role};
    grant usage on sequence bench.entry_id to ${role}`)
}

/** As the product does: entry, payload and place in the line in one statement, sealed later by another. */
export const recorded: Way = (db, school) =>
  asOperator(db, school, (tx) =>
    record(tx, { school, event, about: [randomUUID()], payload, doer: { hat: 'operator', school } }),
  )

/** The same entry alone, in a table without policies and without a chain. */
export const bare: Way = (db, school) => asOperator(db, school, (tx) => insertEntry(tx, school, Buffer.alloc(32)))

/** A chain kept by its writers: each locks the head until it commits, so that the next can hash on. */
export const serialised: Way = (db, school) =>
  asOperator(db, school, async (tx) => {
    const text = canonicalJson(payload)
    const { rows } = await sql<{
      hash: Buffer
    }>`select hash from bench.head where chain_id = ${school}::uuid for update`.execute(tx)
    const before = rows[0]?.hash ?? Buffer.alloc(32)
    const hash = createHash('sha256').update(before).update(text).digest()
    await insertEntry(tx, school, hash, text)
    await sql`update bench.head set seq = seq + 1, hash = ${hash}::bytea where chain_id = ${school}::uuid`.execute(tx)
  })

const insertEntry = async (tx: Transaction<never>, school: string, hash: Buffer, text?: string): Promise<void> => {
  const about = [randomUUID()]
  if (text === undefined) {
    await sql`insert into bench.entry (chain_id, id, doer_hat, event, about, payload_hash)
      values (${school}::uuid, nextval('bench.entry_id'), 'operator', ${event}, ${about}::uuid[], ${hash}::bytea)`.execute(
      tx,
    )
    return
  }
  await sql`with id as materialized (select nextval('bench.entry_id') as id),
    payload as (insert into bench.payload select ${school}::uuid, id, ${hash.subarray(16)}::bytea, ${text}::json from id)
    insert into bench.entry (chain_id, id, doer_hat, event, about, payload_hash)
      select ${school}::uuid, id, 'operator', ${event}, ${about}::uuid[], ${hash}::bytea from id`.execute(tx)
}
