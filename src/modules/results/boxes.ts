/** The names of the boxes of one pupil. */
export const boxes = {
  grade: (pupil: string): string => `c-${pupil}`,
  words: (pupil: string): string => `t-${pupil}`,
  was: (pupil: string): string => `v-${pupil}`,
}

/** A pupil in the list of a test. */
export const nameOf = ({ name, lastName }: { name: string; lastName: string }): string =>
  lastName === '' || lastName === name ? name : `${name} ${lastName}`
