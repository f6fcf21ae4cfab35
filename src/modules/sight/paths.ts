/** Addresses of this module. */
export const paths = {
  sight: '/zicht',
  ofChild: (pupil: string): string => `#zicht-${pupil}`,
  /** Posts `kind`, `weeks`, `reason`. */
  requests: '/zicht/vragen',
  /** Posts `says` and, by a mentor, `as`. */
  answer: (id: string): string => `/zicht/vragen/${id}/antwoord`,
  withdraw: (id: string): string => `/zicht/vragen/${id}/intrekking`,
}
