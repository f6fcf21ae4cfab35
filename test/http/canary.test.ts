import { expect, test } from 'vitest'
import { closeHouse, httpHouse, leaksOf } from './http-cast.ts'
import { readerOf } from './reader.ts'

// Every other test of this folder ends by looking for leaks: whatever it did, at any level of the log.

test('a name, a token or a password that gets out is found', async () => {
  const house = await httpHouse()
  await readerOf(house.app, null).ask('/inloggen')
  expect(await leaksOf(house)).toEqual([])
  house.lines.push('{"event":"x","who":"kanarieteacher"}')
  expect(await leaksOf(house)).toHaveLength(1)
  await house.db.owner.query(
    `insert into app.ledger_entry (chain_id, id, event, about, payload_hash)
     select chain_id, 99999, 'person.kanarie', about, payload_hash from app.ledger_entry limit 1`,
  )
  expect(await leaksOf(house)).toHaveLength(2)
  await expect(closeHouse(house)).rejects.toThrow('the log or the ledger tells')
})
