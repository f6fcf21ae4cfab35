/** Addresses of this module, so that a form and its route cannot part ways. */
export const paths = {
  signIn: '/inloggen',
  /** Posts `login` of somebody of the demo. */
  example: '/inloggen/proef',
  /** Where the code of a letter is typed. */
  letter: '/brief',
  account: '/account',
  password: '/account/wachtwoord',
  /** Where who came with a letter chooses a name and password. */
  ownPassword: '/account/eigen-wachtwoord',
  sessionEnd: (id: string): string => `/account/sessies/${encodeURIComponent(id)}/einde`,
  otherSessionsEnd: '/account/sessies/einde',
  invitation: (code: string): string => `/aanmelding/${encodeURIComponent(code)}`,
}
