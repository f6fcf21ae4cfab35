import { drawFrom, type Draw } from './draw.ts'

/** A draw of one's own for a name, so that what one pupil gets does not hang on who else is in the class. */
const drawOf = (name: string): Draw => {
  let seed = 0x811c9dc5
  for (const letter of name) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  const draw = drawFrom(seed | 1)
  for (let at = 0; at < 8; at += 1) draw.below(2)
  return draw
}

/** About so many, mostly less than `wide` away from it. */
const around = (draw: Draw, middle: number, wide: number): number =>
  middle + draw.below(wide + 1) + draw.below(wide + 1) - wide

/** How well a pupil mostly does, and in this subject: in tenths. */
const levelOf = (pupil: string, subject: string): number =>
  around(drawOf(`${pupil} ${subject}`), around(drawOf(pupil), 64, 13), 9)

/** A grade in whole tenths, from 10 to 100. */
export const gradeOf = (pupil: string, subject: string, title: string): number =>
  Math.min(100, Math.max(18, around(drawOf(`${pupil} ${subject} ${title}`), levelOf(pupil, subject), 14)))

/** One of these, the best first, by how well the pupil does. */
export const markOf = (marks: readonly string[], pupil: string, subject: string, title: string): string =>
  marks[
    marks.length -
      1 -
      Math.min(marks.length - 1, Math.max(0, Math.floor((gradeOf(pupil, subject, title) - 45) / (50 / marks.length))))
  ] ?? ''

/** One of these, or nothing: so many of a hundred get one. */
export const sometimes = (lines: readonly string[], percent: number, name: string): string | null => {
  const draw = drawOf(name)
  return draw.chance(percent) ? draw.of(lines) : null
}
