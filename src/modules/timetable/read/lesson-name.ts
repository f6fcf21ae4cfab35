export type LessonName = { title: string; group: string | null; teacher: string | null; place: string | null }

/**
 * Somtoday writes `lokaal - groep - DOCENT` in SUMMARY and the room again in LOCATION; other programs write a title.
 * A link in LOCATION is no place.
 */
export function lessonName(summary: string, location: string, product: string): LessonName {
  const place = location === '' || /^[a-z]+:\/\//i.test(location) ? null : location
  const parts = summary.split(' - ').map((part) => part.trim())
  const teacher = parts.at(-1) ?? ''
  const coded = parts.length > 1 && /^[A-Z0-9]{2,6}(, ?[A-Z0-9]{2,6})*$/.test(teacher)
  const [first = '', second = ''] = parts
  if (coded && parts.length === 3 && first === place) return { title: second, group: second, teacher, place }
  if (coded && parts.length === 2 && /Topicus/i.test(product)) return { title: first, group: first, teacher, place }
  return { title: summary, group: null, teacher: null, place }
}
