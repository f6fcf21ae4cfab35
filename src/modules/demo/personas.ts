import { castFamilies, staff, timosFather, type Name, type Parent } from './cast.ts'
import type { SchoolKey } from './demo-school.ts'
import { castFamilies as familiesOfOverkant } from './overkant/cast-families.ts'
import { colleagues, teachersByName } from './overkant/cast-staff.ts'
import { castKey } from './overkant/people.ts'
import { staff as staffOfVuurvlieg } from './vuurvlieg/vuurvlieg.ts'

/** Who somebody of the cast is in the files of the school. */
export type Known = { as: 'pupil' | 'staff'; key: string } | { as: 'guardian'; email: string }

/** Somebody of the cast whom one can sign in as. */
export type Persona = {
  id: PersonaId
  login: string
  name: string
  school: SchoolKey
  /** Under which heading of the sign-in page: at home, at the school, or folded with those who come after them. */
  place: 'home' | 'school' | 'more'
  known: Known
  /** The role of which this is the one sign-in that is printed. */
  shows: Role | null
}

export type PersonaId =
  | 'selma'
  | 'bas'
  | 'senay'
  | 'oksana'
  | 'wietske'
  | 'noorderlicht'
  | 'merel'
  | 'dennis'
  | 'rik'
  | 'aylin'
  | 'nadia'
  | 'noor'
  | 'youssef'
  | 'anouk'
  | 'rob'
  | 'ilse'
  | 'loes'
  | 'ruben'
  | 'fatma'
  | 'marieke'

export type Role = 'parent' | 'pupil' | 'teacher' | 'office' | 'head' | 'administrator'

type Place = Persona['place']

const fullName = ({ firstName, prefix, lastName }: Name): string =>
  [firstName, prefix, lastName].filter((part) => part !== null && part !== '').join(' ')

const found = <One extends Name>(among: readonly One[], id: PersonaId): One => {
  const one = among.find(({ firstName, lastName }) => [firstName, lastName].some((name) => isNamed(name, id)))
  if (!one) throw new Error(`${id} is not in the cast`)
  return one
}

const atHome = (id: PersonaId, shows: Role | null = null, place: Place = 'home'): Persona => {
  const parent: Parent = found([...castFamilies.flatMap(({ parents }) => parents), timosFather], id)
  if (parent.email === null) throw new Error(`${id} has no address`)
  const known = { as: 'guardian', email: parent.email } as const
  return { id, login: loginOf(id, 'klimboom'), name: fullName(parent), school: 'klimboom', place, known, shows }
}

/** At De Overkant pupils have an account of the school. In primary school they have none. */
const atOverkant = (id: PersonaId, shows: Role | null = null): Persona => {
  const child = found(
    familiesOfOverkant.flatMap(({ children }) => children),
    id,
  )
  const known = { as: 'pupil', key: castKey(child.firstName ?? '') } as const
  return { id, login: loginOf(id, 'overkant'), name: fullName(child), school: 'overkant', place: 'home', known, shows }
}

/** A parent who signs in at De Overkant. */
const parentAtOverkant = (id: PersonaId): Persona => {
  const parent = found(
    familiesOfOverkant.flatMap(({ parents }) => parents),
    id,
  )
  const known = { as: 'guardian', email: parent.email ?? '' } as const
  return {
    id,
    login: loginOf(id, 'overkant'),
    name: fullName(parent),
    school: 'overkant',
    place: 'more',
    known,
    shows: null,
  }
}

const colleague = (
  id: PersonaId,
  school: SchoolKey,
  among: readonly (Name & { key: string })[],
  shows: Role | null = null,
  place: Place = 'school',
): Persona => {
  const one = found(among, id)
  const known = { as: 'staff', key: one.key } as const
  return { id, login: loginOf(id, school), name: fullName(one), school, place, known, shows }
}

/** Whether a name holds this id as a word: Şenay is senay, Voogdij Noorderlicht is noorderlicht. */
const isNamed = (name: string | null, id: PersonaId): boolean =>
  name !== null && name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().split(' ').includes(id)

const loginOf = (id: PersonaId, school: SchoolKey): string => `${id}@${school}.example`

export const personas: readonly Persona[] = [
  atHome('selma', 'parent'),
  atHome('bas'),
  atOverkant('merel', 'pupil'),
  atOverkant('aylin'),
  atOverkant('nadia'),
  atHome('senay'),
  colleague('noor', 'klimboom', staff, 'teacher'),
  colleague('youssef', 'klimboom', staff),
  colleague('anouk', 'klimboom', staff, 'office'),
  colleague('rob', 'klimboom', staff, 'head'),
  colleague('loes', 'overkant', teachersByName),
  colleague('ruben', 'overkant', colleagues),
  colleague('fatma', 'overkant', colleagues),
  colleague('marieke', 'vuurvlieg', staffOfVuurvlieg),
  atHome('oksana', null, 'more'),
  atHome('wietske', null, 'more'),
  atHome('noorderlicht', null, 'more'),
  parentAtOverkant('dennis'),
  parentAtOverkant('rik'),
  colleague('ilse', 'klimboom', staff, 'administrator', 'more'),
]
