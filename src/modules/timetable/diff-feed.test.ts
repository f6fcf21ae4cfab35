import { describe, expect, test } from 'vitest'
import { diffFeed } from './diff-feed.ts'
import type { FoundLesson, KeptLesson } from './lesson.ts'

const at = (moment: string) => Date.parse(moment)
const now = at('2026-11-02T12:00:00Z')

const found = (changes: Partial<FoundLesson> = {}): FoundLesson => {
  const startsAt = changes.startsAt ?? at('2026-11-04T08:30:00Z')
  return {
    at: 0,
    uid: 'a',
    occurrence: '',
    endsAt: startsAt + 3_000_000,
    day: new Date(startsAt).toISOString().slice(0, 10),
    title: 'Gym',
    groupCode: null,
    teacherCode: null,
    place: '16',
    cancelled: false,
    ...changes,
    startsAt,
  }
}
const kept = (changes: Partial<KeptLesson> = {}): KeptLesson => ({
  ...found(changes),
  id: `kept-${changes.uid ?? 'a'}`,
  vanished: false,
  wasPlace: null,
  wasStartsAt: null,
  ...changes,
})
const monday = found({ uid: 'eerste', startsAt: at('2026-11-02T07:30:00Z') })
const friday = found({ uid: 'laatste', startsAt: at('2026-11-06T07:30:00Z') })
const ends = [kept({ uid: 'eerste', startsAt: monday.startsAt }), kept({ uid: 'laatste', startsAt: friday.startsAt })]
const diff = (old: KeptLesson[], fresh: FoundLesson[]) => diffFeed([...ends, ...old], [monday, friday, ...fresh], now)

describe('a newer file', () => {
  test('The same file changes nothing', () => {
    expect(diff([kept()], [found()])).toEqual({ added: [], renewed: [], vanished: [] })
  })

  test('What is new is added', () => {
    expect(diff([], [found()]).added).toEqual([found()])
  })

  test('What is gone and still to come has vanished, what lies behind us stays', () => {
    expect(diff([kept()], []).vanished.map((one) => one.id)).toEqual(['kept-a'])
    expect(diff([kept({ startsAt: at('2026-11-02T09:00:00Z') })], []).vanished).toEqual([])
  })

  test('What lies outside the days of the file has not vanished', () => {
    expect(diff([kept({ startsAt: at('2026-11-09T08:30:00Z') })], []).vanished).toEqual([])
  })

  test('What was cancelled or had vanished already, does not vanish again', () => {
    expect(diff([kept({ cancelled: true }), kept({ uid: 'b', vanished: true })], []).vanished).toEqual([])
  })

  test('What had vanished and is there again, is there again', () => {
    expect(diff([kept({ vanished: true })], [found()]).renewed).toHaveLength(1)
  })

  test('Another room keeps the room it was, through a second change and back', () => {
    const [once] = diff([kept()], [found({ place: '4' })]).renewed
    expect(once?.wasPlace).toBe('16')
    const [twice] = diff([kept({ place: '4', wasPlace: '16' })], [found({ place: '7' })]).renewed
    expect(twice?.wasPlace).toBe('16')
    const [back] = diff([kept({ place: '4', wasPlace: '16' })], [found({ place: '16' })]).renewed
    expect(back?.wasPlace).toBeNull()
  })

  test('A room that becomes known, or unknown, is no change of room', () => {
    expect(diff([kept({ place: null })], [found()]).renewed[0]?.wasPlace).toBeNull()
    expect(diff([kept()], [found({ place: null })]).renewed[0]?.wasPlace).toBeNull()
  })

  test('A lesson at another time keeps the time it was', () => {
    const [moved] = diff([kept()], [found({ startsAt: at('2026-11-05T10:00:00Z') })]).renewed
    expect(moved?.wasStartsAt).toBe(at('2026-11-04T08:30:00Z'))
  })

  test('One UID on two lessons of which one is gone, lets that one vanish', () => {
    const later = at('2026-11-05T08:30:00Z')
    const { renewed, vanished } = diff(
      [kept(), kept({ startsAt: later, id: 'kept-later' })],
      [found({ startsAt: later })],
    )
    expect(renewed).toEqual([])
    expect(vanished.map((one) => one.id)).toEqual(['kept-a'])
  })

  test('A program that gives new UIDs with every file does not make every lesson new', () => {
    const { added, vanished, renewed } = diff([kept()], [found({ uid: 'nieuw' })])
    expect([added, vanished]).toEqual([[], []])
    expect(renewed).toMatchObject([{ wasPlace: null, wasStartsAt: null }])
  })

  test('A series moved as a whole is known again by its day', () => {
    const old = kept({ occurrence: '2026-11-04T09:30:00' })
    const { added, renewed } = diff(
      [old],
      [found({ occurrence: '2026-11-04T10:00:00', startsAt: at('2026-11-04T09:00:00Z') })],
    )
    expect(added).toEqual([])
    expect(renewed[0]?.wasStartsAt).toBe(old.startsAt)
  })
})
