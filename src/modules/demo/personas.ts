import { castFamilies, castKey, staff, timosFather, type Name } from './cast.ts'

/** Who somebody of the cast is in the files of the school. */
export type Known = { as: 'pupil' | 'staff'; key: string } | { as: 'guardian'; email: string }

/** Somebody of the cast whom one can sign in as. */
export type Persona = {
  id: PersonaId
  login: string
  name: string
  home: boolean
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
  | 'mila'
  | 'noor'
  | 'youssef'
  | 'anouk'
  | 'rob'
  | 'ilse'

export type Role = 'parent' | 'pupil' | 'teacher' | 'office' | 'head' | 'administrator'

const fullName = ({ firstName, prefix, lastName }: Name): string =>
  [firstName, prefix, lastName].filter((part) => part !== null).join(' ')

const atHome = (id: PersonaId, shows: Role | null = null): Persona => {
  const everyParent = [...castFamilies.flatMap(({ parents }) => parents), timosFather]
  const found = everyParent.find(({ firstName, lastName }) => [firstName, lastName].some((name) => isNamed(name, id)))
  if (!found || found.email === null) throw new Error(`${id} is no parent in the cast`)
  const known = { as: 'guardian', email: found.email } as const
  return { id, login: loginOf(id), name: fullName(found), home: true, known, shows }
}

const atSchool = (id: PersonaId, shows: Role | null = null): Persona => {
  const found = staff.find(({ firstName }) => isNamed(firstName, id))
  if (!found) throw new Error(`${id} is no member of staff in the cast`)
  const known = { as: 'staff', key: found.key } as const
  return { id, login: loginOf(id), name: fullName(found), home: false, known, shows }
}

const mila = (): Persona => {
  const child = castFamilies.flatMap(({ children }) => children).find(({ firstName }) => firstName === 'Mila')
  if (!child) throw new Error('Mila is not in the cast')
  const known = { as: 'pupil', key: castKey('Mila') } as const
  return { id: 'mila', login: loginOf('mila'), name: fullName(child), home: true, known, shows: 'pupil' }
}

/** Whether a name holds this id as a word: Şenay is senay, Voogdij Noorderlicht is noorderlicht. */
const isNamed = (name: string | null, id: PersonaId): boolean =>
  name !== null && name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().split(' ').includes(id)

const loginOf = (id: PersonaId): string => `${id}@klimboom.example`

export const personas: readonly Persona[] = [
  atHome('selma', 'parent'),
  atHome('bas'),
  mila(),
  atHome('senay'),
  atHome('oksana'),
  atHome('wietske'),
  atHome('noorderlicht'),
  atSchool('noor', 'teacher'),
  atSchool('youssef'),
  atSchool('anouk', 'office'),
  atSchool('rob', 'head'),
  atSchool('ilse', 'administrator'),
]
