/** What moves with a pupil's age: at 16 privacy, at 18 who looks along. */
export type Rights = {
  /** Who decides about consent and uses the rights of the GDPR. */
  privacy: 'guardians' | 'pupil'
  /** Which guardians see how it goes: those with authority, or those whom the pupil lets in. */
  progress: 'guardians' | 'opened'
}

/** The rights at an age in whole years; an unknown birth date (null) is no age, and the pupil is held a child under 16. */
export const rightsOf = (age: number | null): Rights => ({
  privacy: age !== null && age >= 16 ? 'pupil' : 'guardians',
  progress: age !== null && age >= 18 ? 'opened' : 'guardians',
})

/** Whole years on a day, both 'YYYY-MM-DD'. Born on 29 February counts from 1 March where the year has no 29th. */
export const ageOn = (born: string | null, day: string): number | null => {
  if (born === null) return null
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) >= born.slice(5) ? years : years - 1
}

/** The day on which somebody born on `born` reaches an age; both days 'YYYY-MM-DD'. */
export const dayReached = (born: string, years: number): string => {
  const year = Number(born.slice(0, 4)) + years
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return born.slice(4) === '-02-29' && !leap ? `${year}-03-01` : `${year}${born.slice(4)}`
}

/** How old a pupil can be. What lies outside is a slip of the pen. */
export const youngest = 2
export const oldest = 30
