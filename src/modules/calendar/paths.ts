/** Addresses of this module. */
export const paths = {
  calendar: '/school/kalender',
  /** Posts an event. */
  ofSchool: (school: string): string => `/school/kalender?school=${school}`,
  ofYear: (school: string, firstYear: number): string => `/school/kalender?school=${school}&jaar=${firstYear}`,
  event: (id: string): string => `/school/kalender/${encodeURIComponent(id)}`,
  eventEnd: (id: string): string => `/school/kalender/${encodeURIComponent(id)}/einde`,
  /** Of module school: how the school keeps a holiday, and its days off. */
  holiday: (school: string, key: string): string => `/school/vakanties/${key}?school=${school}`,
}
