import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '#test/browser.ts'
import { twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
afterAll(() => house.drop())

const megabyte = 1_048_576

/** Sends a form of so many bytes, in pieces. @returns the answer, and how much of it was taken in */
const pour = async (browser: Browser, path: string, bytes: number) => {
  let taken = 0
  const piece = new TextEncoder().encode('x'.repeat(65_536))
  const head = `_form=${browser.token()}&title=`
  const body = new ReadableStream<Uint8Array>(
    {
      start: (pipe) => pipe.enqueue(new TextEncoder().encode(head)),
      pull: (pipe) => {
        if (taken >= bytes) return pipe.close()
        taken += piece.byteLength
        pipe.enqueue(piece)
      },
    },
    { highWaterMark: 0 },
  )
  const headers = { origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' }
  const { status } = await browser.send(path, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  return { status, megabytes: Math.round(taken / megabyte) }
}

test('A large file is taken in from who may send one there, and from nobody else.', async () => {
  const stranger = house.stranger()
  await stranger.get('/inloggen')
  const unknown = house.stranger()
  unknown.cookies.set('samenspraak', 'A'.repeat(43))
  const [guardian, teacher] = [house.as('selma'), house.as('tess')]
  for (const reader of [guardian, teacher]) await reader.get('/vandaag')
  for (const path of ['/mededelingen', '/laten-zien', '/roosters', '/inlezingen', '/toetsen/inlezen'])
    for (const reader of [stranger, unknown, guardian])
      expect(await pour(reader, path, 8 * megabyte), path).toEqual({ status: 413, megabytes: 1 })
  expect((await pour(teacher, '/mededelingen', 8 * megabyte)).megabytes).toBe(8)
  expect(await pour(teacher, '/inlezingen', 8 * megabyte)).toEqual({ status: 413, megabytes: 1 })
})
