/** Addresses of this module, so that a form and its route cannot part ways. */
export const paths = {
  school: '/school',
  ofSchool: (school: string): string => `/school?school=${school}`,
  /** Posts `region`. */
  region: (school: string): string => `/school/regio?school=${school}`,
  /** Posts `name`, `firstDay`, `lastDay`. */
  daysOff: (school: string): string => `/school/vrije-dagen?school=${school}`,
  /** Posts `how`, and `firstDay`, `lastDay` for days of the school's own. */
  holiday: (school: string, key: string): string => `/school/vakanties/${key}?school=${school}`,
  dayOffEnd: (id: string): string => `/school/vrije-dagen/${encodeURIComponent(id)}/einde`,
}
