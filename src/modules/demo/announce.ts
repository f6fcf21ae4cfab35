import type { Kysely } from 'kysely'
import {
  publishAnnouncement,
  writeAnnouncement,
  type AnnouncementTables,
  type Wish,
} from '#modules/announcements/index.ts'
import type { FileTables, TakenFile } from '#modules/files/index.ts'
import { schoolYearAround } from '#modules/school/index.ts'
import { asOperator } from '#platform/db/context.ts'
import { drawing } from './drawing.ts'
import type { PeopleNow } from './people-now.ts'
import { findWhatIsTold } from './queries.ts'

type Tables = AnnouncementTables & FileTables
type Told = {
  id: string
  signed: string
  content: { title: string; body: string; important: boolean }
  wish: Wish
  files: readonly TakenFile[]
}
type Place = { school: string; today: string; people: PeopleNow }

/** What the made-up school tells: one to everybody, one to a class with a drawing, one to the staff. */
export const announce = async (db: Kysely<Tables>, place: Place): Promise<void> => {
  const picture = await drawing('kijkdoos.png')
  await tell(db, place, told(place.people.groups.get('kb-4b'), picture))
}

/** What a school tells, when it told nothing yet. */
export const tell = async (db: Kysely<Tables>, { school, today }: Place, all: readonly Told[]): Promise<void> => {
  const doer = { hat: 'operator', school } as const
  if (await asOperator(db, school, (tx) => findWhatIsTold(tx, school))) return
  await asOperator(db, school, async (tx) => {
    for (const { id, wish, files, ...said } of all) {
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
  })
}

export const idOf = (number: number): string => `00000000-0000-4000-8000-00000000de${String(number).padStart(2, '0')}`

const told = (group: string | undefined, picture: TakenFile): Told[] => [
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
