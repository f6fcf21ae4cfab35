/** Addresses of this module, so that a form and its route cannot part ways. */
export const paths = {
  /** Where a code is typed. */
  door: '/brief',
  letter: (code: string): string => `/brief/${code}`,
  /** Where a pupil types the name and the first password that the school gave. */
  slip: '/inlogbriefje',
  ownPassword: '/account/eigen-wachtwoord',
  letters: '/brieven',
  word: '/brieven/woord',
  mail: '/brieven/mail',
  group: (id: string): string => `/brieven/klassen/${id}`,
  slips: (group: string): string => `/brieven/klassen/${group}/inlogbriefjes`,
  relation: (guardianship: string): string => `/ouderschappen/${guardianship}/brief`,
  pupil: (id: string): string => `/leerlingen/${id}/brief`,
}

/** With the school that was chosen, when there is a choice. */
export const ofSchool = (path: string, school: string | null): string =>
  school === null ? path : `${path}?school=${school}`
