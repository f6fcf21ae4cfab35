// How many lessons a week each class has of what: thirty-two, as schools of this kind divide them.
import type { Stream } from './overkant.ts'

/** Where a lesson can be given. */
export type RoomKind =
  'plain' | 'lab' | 'gym' | 'studio' | 'music' | 'workshop' | 'practice' | 'care' | 'shop' | 'computers'

/** The rooms of each kind, as the timetable writes them. */
const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${name} ${at + 1}`)

export const rooms: Readonly<Record<RoomKind, readonly string[]>> = {
  plain: numbered('lokaal', 34),
  lab: numbered('lab', 7),
  gym: numbered('gymzaal', 4),
  studio: ['atelier', 'tekenlokaal'],
  music: ['muzieklokaal'],
  workshop: ['technieklokaal'],
  practice: ['praktijkplein'],
  care: ['zorgplein'],
  shop: ['winkelplein'],
  computers: ['computerlokaal'],
}

/** Subjects that one teacher gives, and the room they ask for. */
export const departments = {
  dutch: { room: 'plain', subjects: ['Nederlands'] },
  english: { room: 'plain', subjects: ['Engels'] },
  french: { room: 'plain', subjects: ['Frans'] },
  german: { room: 'plain', subjects: ['Duits'] },
  classics: { room: 'plain', subjects: ['Latijn', 'Grieks'] },
  maths: { room: 'plain', subjects: ['Wiskunde', 'Wiskunde A', 'Wiskunde B', 'Rekenen'] },
  history: { room: 'plain', subjects: ['Geschiedenis'] },
  geography: { room: 'plain', subjects: ['Aardrijkskunde'] },
  society: { room: 'plain', subjects: ['Maatschappijleer', 'Filosofie'] },
  economics: { room: 'plain', subjects: ['Economie', 'Bedrijfseconomie'] },
  biology: { room: 'lab', subjects: ['Biologie'] },
  physics: { room: 'lab', subjects: ['NaSk', 'Natuurkunde'] },
  chemistry: { room: 'lab', subjects: ['Scheikunde'] },
  sports: { room: 'gym', subjects: ['LO'] },
  art: { room: 'studio', subjects: ['Tekenen', 'BV', 'CKV'] },
  music: { room: 'music', subjects: ['Muziek'] },
  technics: { room: 'workshop', subjects: ['Techniek'] },
  practice: { room: 'practice', subjects: ['Praktische sectororiëntatie'] },
  care: { room: 'care', subjects: ['Zorg en welzijn'] },
  trade: { room: 'shop', subjects: ['Economie en ondernemen'] },
  computing: { room: 'computers', subjects: ['Informatica'] },
  /** Given by whoever is the mentor of the class. */
  mentor: { room: 'plain', subjects: ['Mentoruur', 'Studievaardigheden'] },
} as const satisfies Record<string, { room: RoomKind; subjects: readonly string[] }>

export type Department = keyof typeof departments

const hours = (line: string): ReadonlyMap<string, number> =>
  new Map(
    line.split(',').map((part) => {
      const [, count = '', subject = ''] = /^\s*(\d+) (.+)$/.exec(part) ?? []
      return [subject, Number(count)]
    }),
  )

const secondOfHavo =
  '3 Nederlands, 3 Engels, 4 Wiskunde, 3 Frans, 3 Duits, 2 Geschiedenis, 2 Aardrijkskunde, 2 Biologie, 2 NaSk, 2 Tekenen, 2 Muziek, 3 LO, 1 Mentoruur'
const thirdOfHavo =
  '3 Nederlands, 3 Engels, 3 Wiskunde, 2 Frans, 3 Duits, 2 Geschiedenis, 2 Aardrijkskunde, 2 Biologie, 2 Natuurkunde, 2 Scheikunde, 2 Economie, 2 Tekenen, 3 LO, 1 Mentoruur'

/** By stream, year by year. In havo and vwo the upper years of the one profile come before those of the other. */
const weeks: Readonly<Record<Stream, readonly string[]>> = {
  'vmbo-basis': [
    '4 Nederlands, 3 Engels, 4 Wiskunde, 2 Geschiedenis, 2 Aardrijkskunde, 2 Biologie, 3 Techniek, 2 Tekenen, 1 Muziek, 4 LO, 3 Praktische sectororiëntatie, 1 Rekenen, 1 Mentoruur',
    '4 Nederlands, 3 Engels, 4 Wiskunde, 2 NaSk, 2 Biologie, 2 Geschiedenis, 2 Aardrijkskunde, 1 Economie, 3 LO, 2 Tekenen, 1 Muziek, 5 Praktische sectororiëntatie, 1 Mentoruur',
    '4 Nederlands, 3 Engels, 3 Wiskunde, 3 Biologie, 2 Maatschappijleer, 2 LO, 1 CKV, 12 Zorg en welzijn, 1 Rekenen, 1 Mentoruur',
    '4 Nederlands, 4 Engels, 4 Wiskunde, 4 Biologie, 2 LO, 12 Zorg en welzijn, 1 Rekenen, 1 Mentoruur',
  ],
  'vmbo-kader': [
    '4 Nederlands, 4 Engels, 4 Wiskunde, 2 Geschiedenis, 2 Aardrijkskunde, 2 Biologie, 2 Techniek, 2 Tekenen, 2 Muziek, 3 LO, 3 Praktische sectororiëntatie, 1 Rekenen, 1 Mentoruur',
    '4 Nederlands, 3 Engels, 4 Wiskunde, 2 NaSk, 2 Biologie, 2 Geschiedenis, 2 Aardrijkskunde, 2 Economie, 2 Duits, 3 LO, 2 Tekenen, 3 Praktische sectororiëntatie, 1 Mentoruur',
    '4 Nederlands, 3 Engels, 4 Wiskunde, 3 Economie, 2 Maatschappijleer, 2 LO, 1 CKV, 12 Economie en ondernemen, 1 Mentoruur',
    '4 Nederlands, 4 Engels, 4 Wiskunde, 4 Economie, 2 LO, 12 Economie en ondernemen, 1 Rekenen, 1 Mentoruur',
  ],
  'vmbo-tl': [
    '4 Nederlands, 4 Engels, 4 Wiskunde, 2 Frans, 2 Geschiedenis, 2 Aardrijkskunde, 2 Biologie, 2 Techniek, 2 BV, 2 Muziek, 4 LO, 1 Rekenen, 1 Mentoruur',
    '4 Nederlands, 3 Engels, 4 Wiskunde, 2 Frans, 3 Duits, 2 Geschiedenis, 2 Aardrijkskunde, 2 Biologie, 2 NaSk, 2 Economie, 3 LO, 1 BV, 1 Muziek, 1 Mentoruur',
    '4 Nederlands, 3 Engels, 4 Wiskunde, 3 Duits, 3 Geschiedenis, 3 Aardrijkskunde, 3 Biologie, 3 NaSk, 2 Economie, 2 LO, 1 BV, 1 Mentoruur',
    '5 Nederlands, 4 Engels, 5 Wiskunde, 4 Biologie, 4 Geschiedenis, 4 Economie, 3 Duits, 2 LO, 1 Mentoruur',
  ],
  havo: [
    '4 Nederlands, 3 Engels, 4 Wiskunde, 3 Frans, 2 Geschiedenis, 2 Aardrijkskunde, 2 Biologie, 2 Techniek, 2 Tekenen, 2 Muziek, 4 LO, 1 Studievaardigheden, 1 Mentoruur',
    secondOfHavo,
    thirdOfHavo,
    '3 Nederlands, 3 Engels, 4 Wiskunde B, 3 Natuurkunde, 3 Scheikunde, 3 Biologie, 2 Maatschappijleer, 1 CKV, 2 LO, 3 Aardrijkskunde, 3 Informatica, 1 Studievaardigheden, 1 Mentoruur',
    '4 Nederlands, 4 Engels, 4 Wiskunde B, 4 Natuurkunde, 4 Scheikunde, 4 Biologie, 3 Informatica, 2 LO, 2 Aardrijkskunde, 1 Mentoruur',
    '3 Nederlands, 3 Engels, 4 Wiskunde A, 4 Economie, 4 Geschiedenis, 3 Aardrijkskunde, 3 Duits, 2 Maatschappijleer, 1 CKV, 2 LO, 2 Bedrijfseconomie, 1 Mentoruur',
    '4 Nederlands, 4 Engels, 4 Wiskunde A, 4 Economie, 4 Geschiedenis, 4 Aardrijkskunde, 4 Duits, 1 LO, 2 Bedrijfseconomie, 1 Mentoruur',
  ],
  atheneum: [
    '3 Nederlands, 3 Engels, 4 Wiskunde, 3 Frans, 2 Geschiedenis, 2 Aardrijkskunde, 2 Biologie, 2 Techniek, 2 Tekenen, 2 Muziek, 4 LO, 1 Filosofie, 1 Studievaardigheden, 1 Mentoruur',
    secondOfHavo,
    thirdOfHavo,
    '3 Nederlands, 3 Engels, 4 Wiskunde A, 4 Economie, 3 Geschiedenis, 3 Aardrijkskunde, 3 Frans, 2 Duits, 2 Maatschappijleer, 1 CKV, 2 LO, 1 Filosofie, 1 Mentoruur',
    '3 Nederlands, 3 Engels, 4 Wiskunde A, 4 Economie, 4 Geschiedenis, 4 Aardrijkskunde, 4 Frans, 3 Duits, 2 LO, 1 Mentoruur',
    '3 Nederlands, 3 Engels, 4 Wiskunde A, 4 Economie, 4 Geschiedenis, 4 Aardrijkskunde, 4 Frans, 3 Duits, 2 LO, 1 Mentoruur',
  ],
  gymnasium: [
    '3 Nederlands, 3 Engels, 4 Wiskunde, 3 Frans, 4 Latijn, 2 Geschiedenis, 2 Aardrijkskunde, 2 Biologie, 2 Tekenen, 2 Muziek, 4 LO, 1 Mentoruur',
    '3 Nederlands, 2 Engels, 4 Wiskunde, 2 Frans, 2 Duits, 3 Latijn, 2 Grieks, 2 Geschiedenis, 2 Aardrijkskunde, 2 Biologie, 2 NaSk, 1 Tekenen, 1 Muziek, 3 LO, 1 Mentoruur',
    '3 Nederlands, 2 Engels, 3 Wiskunde, 2 Frans, 2 Duits, 3 Latijn, 3 Grieks, 2 Geschiedenis, 2 Aardrijkskunde, 1 Biologie, 2 Natuurkunde, 2 Scheikunde, 2 Economie, 2 LO, 1 Mentoruur',
    '3 Nederlands, 2 Engels, 4 Wiskunde B, 4 Latijn, 3 Natuurkunde, 3 Scheikunde, 3 Biologie, 2 Frans, 2 Maatschappijleer, 1 CKV, 2 LO, 2 Filosofie, 1 Mentoruur',
    '3 Nederlands, 3 Engels, 4 Wiskunde B, 5 Latijn, 4 Natuurkunde, 4 Scheikunde, 4 Biologie, 2 LO, 2 Filosofie, 1 Mentoruur',
    '3 Nederlands, 3 Engels, 4 Wiskunde B, 5 Latijn, 4 Natuurkunde, 4 Scheikunde, 4 Biologie, 2 LO, 2 Filosofie, 1 Mentoruur',
  ],
}

/** The subjects of a class and how often a week. Havo alone has both profiles: that on society stands after the other. */
export const hoursOf = (one: { stream: Stream; year: number; profile: string | null }): ReadonlyMap<string, number> => {
  const further = one.stream === 'havo' && one.profile === 'society' ? 2 : 0
  return hours(weeks[one.stream][one.year - 1 + further] ?? '')
}

/** The lessons of a school day. */
export const periods: readonly { starts: string; ends: string }[] = [
  { starts: '08:30', ends: '09:20' },
  { starts: '09:20', ends: '10:10' },
  { starts: '10:30', ends: '11:20' },
  { starts: '11:20', ends: '12:10' },
  { starts: '12:40', ends: '13:30' },
  { starts: '13:40', ends: '14:30' },
  { starts: '14:30', ends: '15:20' },
]
