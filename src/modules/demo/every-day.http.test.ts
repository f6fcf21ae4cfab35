import { expect, test } from 'vitest'
import { dayAfter } from '#modules/today/index.ts'
import { Browser } from '#test/browser.ts'
import { appFor, freshDatabase } from '#test/rig.ts'
import { loadDemo } from './load-demo.ts'
import { examples } from './sign-ins.ts'

const words = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** What a mother may read on any day: lessons of both children, or that the school is shut and until when. */
const lessonsOfBoth = /Mila.* 8\.30 .*Timo.* 8\.30 /
const shut = /(vakantie|Studiedag|Hemelvaart|Koningsdag|Tweede p\S+dag)\b.* is er weer school\./
const empty = /Er staan geen lessen|nog geen rooster|geen kind op jouw naam/

test.each([
  ['every day', 'a Sunday in August', '2026-08-02', 1],
  ['every fifth day', 'the last Thursday before Christmas', '2026-12-17', 5],
  ['every fifth day', '29 February', '2028-02-29', 5],
  ['every fifth day', 'a Friday in July', '2027-07-09', 5],
])(
  'On %s of the year that begins on %s, Vandaag has lessons or says why there are none',
  async (_, __, begin, step) => {
    const db = await freshDatabase()
    try {
      await db.setNow(`${begin}T07:30:00+01:00`)
      await loadDemo(db.app, { of: (login) => `geheim van ${login}`, mark: 'test' }, () => undefined)
      const selma = new Browser(appFor(db, { demo: () => true, examples }))
      const seen = { lessons: 0, shut: 0 }
      for (let ahead = 0; ahead < 366; ahead += step) {
        const day = dayAfter(begin, ahead)
        await db.setNow(`${day}T07:30:00+01:00`)
        if (ahead % 24 === 0) {
          selma.cookies.clear()
          await selma.get('/inloggen')
          await selma.post('/inloggen/proef', { login: 'selma@klimboom.example' })
        }
        await selma.get('/vandaag')
        const said = words(selma.html)
        expect(said, day).not.toMatch(empty)
        const [lessons, closed] = [lessonsOfBoth.test(said), shut.test(said)]
        expect(lessons || closed, `${day}: ${said}`).toBe(true)
        if (lessons) seen.lessons += 1
        if (closed) seen.shut += 1
      }
      expect(seen.lessons * step).toBeGreaterThan(240)
      expect(seen.shut * step).toBeGreaterThan(70)
    } finally {
      await db.drop()
    }
  },
  120_000,
)
