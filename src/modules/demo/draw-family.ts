import type { Family, Name, Parent, RelationWord } from './cast.ts'
import type { Draw } from './draw.ts'
import { origins, type Origin } from './names.data.ts'

/** A place in a class. */
export type Seat = { group: string; year: number }

/** @param before how many numbers were given out, so that no two families of the demo share an address */
type Drawing = { before?: number; among?: readonly Origin[] }

/** Families for all of these seats, with names of these origins. */
export const drawFamilies = (
  draw: Draw,
  seats: readonly Seat[],
  { before = 0, among = origins }: Drawing = {},
): Family[] => {
  const free = draw.shuffled(seats)
  const families: Family[] = []
  for (let seat = free.pop(); seat; seat = free.pop())
    families.push(familyOf(draw, among, [seat, ...siblingSeats(draw, seat, free)], before + families.length + 1))
  return families
}

/** Takes seats for brothers and sisters: two years apart or more, or in the year of a twin. */
const siblingSeats = (draw: Draw, first: Seat, free: Seat[]): Seat[] => {
  const family = [first]
  const wanted = draw.of([0, 0, 0, 0, 1, 1, 1, 1, 2])
  const twins = draw.chance(4)
  for (let more = 0; more < wanted; more++) {
    const at = free.findLastIndex((seat) =>
      family.every(({ year }) => Math.abs(seat.year - year) >= 2 || (twins && seat.year === year)),
    )
    family.push(...(at < 0 ? [] : free.splice(at, 1)))
  }
  return family.slice(1)
}

/** @param number tells the addresses of one family from those of another */
const familyOf = (draw: Draw, among: readonly Origin[], seats: readonly Seat[], number: number): Family => {
  const origin = originOf(draw, among)
  const name = draw.of(origin.families)
  const taken = new Set<string>()
  const children = seats.map(({ group, year }) => {
    const first = draw.of((draw.chance(50) ? origin.girls : origin.boys).filter((one) => !taken.has(one)))
    taken.add(first)
    return { ...nameOf(first, name), group, year, plus: year >= 5 && draw.chance(12) }
  })
  return { children, parents: parentsOf(draw, origin, name, number) }
}

export const originOf = (draw: Draw, among: readonly Origin[]): Origin => {
  const at = draw.below(100)
  let sum = 0
  return among.find(({ share }) => (sum += share) > at) ?? draw.of(among)
}

export const nameOf = (firstName: string, written: string): Name => {
  const [front = '', back] = written.split('|')
  return back === undefined
    ? { firstName, prefix: null, lastName: front }
    : { firstName, prefix: front, lastName: back }
}

/** Who has the care: mostly two, sometimes one, and now and then another arrangement. */
const arrangements: readonly { share: number; who: readonly RelationWord[] }[] = [
  { share: 76, who: ['moeder', 'vader'] },
  { share: 9, who: ['moeder'] },
  { share: 2, who: ['vader'] },
  { share: 4, who: ['moeder', 'vader', 'verzorger'] },
  { share: 3, who: ['moeder', 'moeder'] },
  { share: 2, who: ['vader', 'vader'] },
  { share: 2, who: ['oma'] },
  { share: 2, who: ['pleegouder', 'pleegouder'] },
]

const parentsOf = (draw: Draw, origin: Origin, name: string, number: number): Parent[] => {
  const at = draw.below(100)
  let sum = 0
  const { who } = arrangements.find(({ share }) => (sum += share) > at) ?? { who: ['moeder', 'vader'] }
  const taken = new Set<string>()
  return who.map((relation, place) => {
    const isWoman = relation === 'moeder' || relation === 'oma' || (relation === 'pleegouder' && place === 0)
    const first = draw.of((isWoman ? origin.women : origin.men).filter((one) => !taken.has(one)))
    taken.add(first)
    const keepsName = place === 0 ? draw.chance(45) : relation !== 'verzorger' && draw.chance(92)
    const own = nameOf(first, keepsName ? name : draw.of(origin.families))
    const writes = draw.chance(93)
    return {
      ...own,
      relation,
      email: writes ? `${letters(own.firstName ?? '')}.${letters(own.lastName)}${number}@post.example` : null,
      phone: !writes || draw.chance(80) ? `06 000${10_000 + number * 10 + place}` : null,
      language: draw.chance(35) ? origin.language : 'nl',
    }
  })
}

const plain: Readonly<Record<string, string>> = { ł: 'l', ı: 'i', æ: 'ae', ø: 'o' }

/** A name in the letters of a mail address. */
export const letters = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[łıæø]/gu, (letter) => plain[letter] ?? '')
    .normalize('NFD')
    .replaceAll(/[^a-z]/gu, '')
