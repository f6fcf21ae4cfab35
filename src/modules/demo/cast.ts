import type { StaffRole } from '#platform/access/actor.ts'
import { classes, mixedGroup } from './klimboom.ts'

export type Name = { firstName: string | null; prefix: string | null; lastName: string }

/** Words of the file in which a school keeps who is whose parent. */
export type RelationWord = 'moeder' | 'vader' | 'verzorger' | 'voogd' | 'pleegouder' | 'voogdij-instelling' | 'oma'

export type Address = { street: string; postalCode: string; city: string }
/** A birthday that counts from the day the file is made, or one that the school does not know. */
export type Birth = { turns: number; inDays: number } | 'unknown'
export type Child = Name & { group: string; year: number; plus?: boolean; birth?: Birth }
export type Parent = Name & {
  relation: RelationWord
  email: string | null
  phone: string | null
  language: string
  address?: Address
}
export type Family = { children: readonly Child[]; parents: readonly Parent[] }

export const named = (firstName: string | null, prefix: string | null, lastName: string): Name => ({
  firstName,
  prefix,
  lastName,
})

export const parent = (name: Name, relation: RelationWord, mail: string, rest: Partial<Parent> = {}): Parent => ({
  ...name,
  relation,
  email: `${mail}@thuis.example`,
  phone: null,
  language: 'nl',
  ...rest,
})

export const at = (street: string, postalCode: string, city: string): Address => ({ street, postalCode, city })

/** Timo and Mila live in two homes; their father is added by the office and stands in no file. */
export const timosFather: Parent = parent(named('Bas', 'de', 'Jong'), 'vader', 'bas.dejong', {
  phone: '06 00002002',
  address: at('Havenkade 41-2', '9999 XB', 'Veenhaven'),
})

/** Families with a story. The keys of their children come first, in this order. */
export const castFamilies: readonly Family[] = [
  {
    children: [
      { ...named('Timo', 'de', 'Jong'), group: 'kb-4b', year: 4 },
      { ...named('Mila', 'de', 'Jong'), group: 'kb-7a', year: 7, plus: true },
    ],
    parents: [
      parent(named('Selma', 'de', 'Jong'), 'moeder', 'selma.dejong', {
        phone: '06 00002001',
        address: at('Beukenlaan 12', '9999 XA', 'Boomdorp'),
      }),
    ],
  },
  {
    children: [{ ...named('Lieve', "'t", 'Hooft-van der Wetering'), group: 'kb-4b', year: 4 }],
    parents: [
      parent(named('Şenay', "'t", 'Hooft-van der Wetering'), 'moeder', 'senay', {
        phone: '06 00002003',
        language: 'tr',
        address: at('Wilgenhof 3', '9999 XA', 'Boomdorp'),
      }),
      parent(named('Willem', "'t", 'Hooft'), 'vader', 'willem.thooft'),
    ],
  },
  {
    children: [
      { ...named('Danylo', null, 'Kovalenko'), group: 'kb-12a', year: 2 },
      { ...named('Sofiia', null, 'Kovalenko'), group: 'kb-4a', year: 4 },
      { ...named('Marko', null, 'Kovalenko'), group: 'kb-56', year: 6 },
    ],
    parents: [
      parent(named('Oksana', null, 'Kovalenko'), 'moeder', 'oksana.kovalenko', {
        phone: '06 00002004',
        language: 'uk',
      }),
    ],
  },
  {
    children: [{ ...named('IJsbrand', "d'", 'Æth'), group: 'kb-12b', year: 1 }],
    parents: [
      parent(named('Wietske', "d'", 'Æth-Hoekstra'), 'moeder', 'wietske', { phone: '06 00002005' }),
      parent(named('Jelle', "d'", 'Æth'), 'vader', 'jelle.aeth'),
    ],
  },
  {
    children: [{ ...named('Damian', null, 'Krawczyk'), group: 'kb-56', year: 5 }],
    parents: [
      parent(named(null, null, 'Voogdij Noorderlicht'), 'voogdij-instelling', 'post.noorderlicht'),
      parent(named('Gerda', null, 'Veenstra'), 'pleegouder', 'gerda.veenstra'),
    ],
  },
  {
    children: [{ ...named('Inaya', null, 'Benali'), group: 'kb-3a', year: 3 }],
    parents: [
      // By this address the file of parents knows the teacher again.
      { ...parent(named('Youssef', null, 'Benali'), 'vader', ''), email: 'youssef.benali@klimboom.example' },
      parent(named('Naïma', null, 'El Idrissi'), 'moeder', 'naima.elidrissi'),
    ],
  },
  {
    children: [{ ...named('Fien', 'de', 'Wit'), group: 'kb-4b', year: 4 }],
    parents: [parent(named('Marije', 'de', 'Wit-Schouten'), 'moeder', 'marije.dewit')],
  },
  {
    children: [{ ...named('James', null, 'Achterberg'), group: 'kb-4b', year: 4 }],
    parents: [parent(named('Tom', null, 'Achterberg'), 'vader', 'tom.achterberg')],
  },
  {
    children: [{ ...named('Dilara', null, 'Yılmaz'), group: 'kb-4b', year: 4, plus: true }],
    parents: [parent(named('Karim', null, 'Yılmaz'), 'vader', 'karim.yilmaz', { language: 'tr' })],
  },
]

/** @param at the place of a child among all children, the cast first */
export const pupilKey = (at: number): string => `KB${1001 + at}`

/** The key of a child of the cast. @throws when there is no such child */
export const castKey = (firstName: string): string => {
  const place = castFamilies.flatMap(({ children }) => children).findIndex((child) => child.firstName === firstName)
  if (place < 0) throw new Error(`${firstName} is not in the cast`)
  return pupilKey(place)
}

export type Employee = Name & {
  key: string
  /** What the file calls the work. It opens nothing; `role` is what people give. */
  task: 'LRK' | 'VAK' | 'IB' | 'DIR' | 'ADM' | 'ICT' | 'CON' | 'OWA'
  role: StaffRole | null
  groups: readonly string[]
}

const everyClass = classes.map(({ key }) => key)

export const staff: readonly Employee[] = [
  { key: 'KB-L01', ...named('Marjolein', 'van den', 'Heuvel'), task: 'LRK', role: 'teacher', groups: ['kb-12a'] },
  { key: 'KB-L02', ...named('Ayşe', null, 'Doğan'), task: 'LRK', role: 'teacher', groups: ['kb-12b'] },
  { key: 'KB-L03', ...named('Wiebe', null, 'Dijkstra'), task: 'LRK', role: 'teacher', groups: ['kb-3a'] },
  { key: 'KB-L04', ...named('Chantal', null, 'Wijngaarde'), task: 'LRK', role: 'teacher', groups: ['kb-4a'] },
  { key: 'KB-L05', ...named('Noor', null, 'Hendriks'), task: 'LRK', role: 'teacher', groups: ['kb-4b'] },
  { key: 'KB-L06', ...named('Joost', 'in ’t', 'Veld'), task: 'LRK', role: 'teacher', groups: ['kb-4b', 'kb-56'] },
  { key: 'KB-L07', ...named('Samira', null, 'El Amrani'), task: 'LRK', role: 'teacher', groups: ['kb-56'] },
  { key: 'KB-L08', ...named('Piotr', null, 'Nowak'), task: 'LRK', role: 'teacher', groups: ['kb-7a', mixedGroup.key] },
  { key: 'KB-L09', ...named('Youssef', null, 'Benali'), task: 'LRK', role: 'teacher', groups: ['kb-8a'] },
  { key: 'KB-L10', ...named('Daan', null, 'Bakker'), task: 'VAK', role: 'teacher', groups: everyClass },
  { key: 'KB-L11', ...named('Tineke', null, 'Postma-Kuipers'), task: 'IB', role: 'care_coordinator', groups: [] },
  { key: 'KB-L12', ...named('Rob', 'van der', 'Meulen'), task: 'DIR', role: 'head', groups: [] },
  { key: 'KB-L13', ...named('Anouk', null, 'Verbeek'), task: 'ADM', role: 'office', groups: [] },
  { key: 'KB-L14', ...named('Ilse', 'de', 'Graaf'), task: 'ICT', role: 'administrator', groups: [] },
  { key: 'KB-L15', ...named('Henk', 'd’', 'Hondt'), task: 'CON', role: null, groups: [] },
  { key: 'KB-L16', ...named('Lin', null, 'Zhou'), task: 'OWA', role: null, groups: ['kb-12a', 'kb-12b'] },
]

/** Who has two roles. */
export const moreRoles: readonly { key: string; role: StaffRole }[] = [
  { key: 'KB-L01', role: 'deputy' },
  { key: 'KB-L09', role: 'council_staff' },
]
