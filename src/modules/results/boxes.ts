/** The names of the boxes of one pupil. */
export const boxes = {
  grade: (pupil: string): string => `c-${pupil}`,
  words: (pupil: string): string => `t-${pupil}`,
  was: (pupil: string): string => `v-${pupil}`,
}

/** Whether a box holds what a pupil got, or what is said about it. */
export const isBox = (name: string): boolean => /^[ct]-/.test(name)

/** A pupil in the list of a test. */
export const nameOf = ({ name, lastName }: { name: string; lastName: string }): string =>
  lastName === '' || lastName === name ? name : `${name} ${lastName}`
