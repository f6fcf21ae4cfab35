/** Addresses of this module, so that a form and its route cannot part ways. */
export const paths = {
  signIn: '/inloggen',
  /** Posts `login` of somebody of the demo. */
  example: '/inloggen/proef',
  account: '/account',
  password: '/account/wachtwoord',
  sessionEnd: (id: string): string => `/account/sessies/${encodeURIComponent(id)}/einde`,
  otherSessionsEnd: '/account/sessies/einde',
  invitation: (code: string): string => `/aanmelding/${encodeURIComponent(code)}`,
}
