/** Addresses of this module, so that a form and its route cannot part ways. */
export const paths = {
  announcements: '/mededelingen',
  ofChild: (pupil: string): string => `/mededelingen?kind=${pupil}`,
  /** Posts the fields of an announcement. */
  ofSchool: (school: string): string => `/mededelingen?school=${school}`,
  fresh: '/mededelingen/nieuw',
  freshOf: (school: string): string => `/mededelingen/nieuw?school=${school}`,
  announcement: (id: string): string => `/mededelingen/${id}`,
  change: (id: string): string => `/mededelingen/${id}/wijziging`,
  publication: (id: string): string => `/mededelingen/${id}/publicatie`,
  withdrawal: (id: string): string => `/mededelingen/${id}/intrekking`,
}
