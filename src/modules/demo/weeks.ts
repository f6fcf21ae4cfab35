import { classes, type Class } from './klimboom.ts'
import { elsewhere, parts, weeks } from './weeks.data.ts'

/** Something that comes back each week. `weekday` counts from Monday, 0 to 4; times are HH:MM. */
export type WeeklyLesson = {
  uid: string
  weekday: number
  starts: string
  ends: string
  title: string
  place: string
}

/** The week of a class, with every lesson by name; none for a class without a timetable. */
export const weekOf = ({ key, room, week }: Class): WeeklyLesson[] => {
  if (week === null) return []
  // Classes of one level do not all have gym at the same hour. Friday stays Friday.
  const shift = classes.findIndex((one) => one.key === key)
  const days = weeks[week]
  return days.flatMap((_, weekday) =>
    (days[weekday === 4 ? 4 : (weekday + shift) % 4] ?? []).flatMap((title, part) => {
      const { starts, ends } = parts[part] ?? { starts: '', ends: '' }
      const place = elsewhere[title] ?? room
      return [{ uid: `${key}-${weekday}-${part}@klimboom.example`, weekday, starts, ends, title, place }]
    }),
  )
}

/** The week of a teacher: the class, named, and the meeting of the team. */
export const weekOfTeacher = (taught: Class): WeeklyLesson[] => [
  ...weekOf(taught).map((lesson) => ({
    ...lesson,
    uid: `leraar-${lesson.uid}`,
    title: `${taught.name} ${lesson.title}`,
  })),
  {
    uid: 'teamoverleg@klimboom.example',
    weekday: 1,
    starts: '14:30',
    ends: '15:30',
    title: 'Teamoverleg',
    place: 'teamkamer',
  },
]

/** What one pupil has beside the class. */
export const weekOfPupil: readonly WeeklyLesson[] = [
  {
    uid: 'typen@klimboom.example',
    weekday: 2,
    starts: '14:05',
    ends: '14:50',
    title: 'Typen',
    place: 'bibliotheek',
  },
]
