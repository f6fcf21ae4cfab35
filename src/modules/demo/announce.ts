import { crc32, deflateSync } from 'node:zlib'
import type { Kysely } from 'kysely'
import { publishAnnouncement, writeAnnouncement, type AnnouncementTables } from '#modules/announcements/index.ts'
import { readUpload, type FileTables, type TakenFile } from '#modules/files/index.ts'
import { showWork, type ShowingTables } from '#modules/showings/index.ts'
import { schoolYearAround } from '#modules/school/index.ts'
import { asOperator } from '#platform/db/context.ts'
import { castKey } from './cast.ts'
import type { PeopleNow } from './people-now.ts'
import { findWhatIsTold } from './queries.ts'

type Tables = AnnouncementTables & FileTables & ShowingTables
type Place = { school: string; today: string; people: PeopleNow }

/** What the made-up school tells: one to everybody, one to a class with a drawing, one to the staff; and what a child shows. */
export const announce = async (db: Kysely<Tables>, place: Place): Promise<void> => {
  const { school, today, people } = place
  const doer = { hat: 'operator', school } as const
  if (await asOperator(db, school, (tx) => findWhatIsTold(tx, school))) return
  const picture = await drawing('kijkdoos.png')
  await asOperator(db, school, async (tx) => {
    for (const { id, wish, files, ...said } of told(people.groups.get('kb-4b'), picture)) {
      const days = { showsFrom: today, showsUntil: schoolYearAround(today).endsOn }
      await writeAnnouncement(tx, doer, {
        school,
        id,
        content: { ...said.content, ...days, wish },
        signed: said.signed,
        files,
      })
      await publishAnnouncement(tx, doer, { school, id, wish })
    }
    const mila = people.pupils.get(castKey('Mila'))
    if (mila === undefined) return
    const work = await drawing('landschap.png')
    await showWork(tx, doer, { school, id: idOf(9), pupil: mila, line: 'Mijn landschap bij zonsondergang', file: work })
  })
}

const idOf = (number: number): string => `00000000-0000-4000-8000-00000000de${String(number).padStart(2, '0')}`

const told = (group: string | undefined, picture: TakenFile) => [
  {
    id: idOf(1),
    signed: 'Rob van der Meulen',
    content: {
      title: 'Nieuwe schooltijden na de zomer',
      body: 'Beste ouders,\n\nNa de zomer begint de school om 8.25 uur. De deur gaat om 8.15 uur open. De eindtijd blijft 14.00 uur.\n\nHeb je een vraag? Loop gerust binnen.',
      important: true,
    },
    wish: { whole: true, groups: [], whom: ['guardian', 'pupil'] as const },
    files: [],
  },
  ...(group === undefined
    ? []
    : [
        {
          id: idOf(2),
          signed: 'Noor Hendriks',
          content: {
            title: 'Kijkdozen gezocht',
            body: 'We maken volgende week kijkdozen.\n\nNeem je een lege schoenendoos mee? Zo ziet een kijkdoos er ongeveer uit.',
            important: false,
          },
          wish: { whole: false, groups: [group], whom: ['guardian'] as const },
          files: [picture],
        },
      ]),
  {
    id: idOf(3),
    signed: 'Anouk Verbeek',
    content: {
      title: 'Kopieerapparaat op de gang',
      body: 'Het kopieerapparaat op de gang doet het weer. Het papier ligt in de kast ernaast.',
      important: false,
    },
    wish: { whole: true, groups: [], whom: ['staff'] as const },
    files: [],
  },
]

/** A landscape drawn by sums: a sky that darkens, a sun, hills. It goes the way of every picture that comes in. */
const drawing = async (name: string): Promise<TakenFile> => {
  const taken = await readUpload(new File([new Uint8Array(landscape(640, 400))], name))
  if (!taken.ok) throw new Error(`a picture of the demo was not taken: ${taken.why}`)
  return taken.file
}

const colourAt = (x: number, y: number): [number, number, number] => {
  const [far, near] = [0.62 + 0.06 * Math.sin(x * 9), 0.78 + 0.08 * Math.sin(x * 5 + 1)]
  if (y > near) return [46, 104, 72]
  if (y > far) return [92, 142, 104]
  if (Math.hypot((x - 0.68) * 1.6, y - 0.44) < 0.11) return [250, 214, 120]
  return [Math.round(244 - 90 * (0.62 - y)), Math.round(196 - 40 * (0.62 - y)), Math.round(150 + 110 * (0.62 - y))]
}

/** An uncomplicated PNG: eight bits, three colours, no filter. */
const landscape = (width: number, height: number): Buffer => {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(colourAt(x / width, y / height), y * (1 + width * 3) + 1 + x * 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}
