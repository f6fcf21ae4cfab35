/** Addresses of this module, so that a form and its route cannot part ways. */
export const paths = {
  signIn: '/inloggen',
  /** Posts `login` of somebody of the demo. */
  example: '/inloggen/proef',
  /** Where the code of a letter is typed. */
  letter: '/brief',
  account: '/account',
  password: '/account/wachtwoord',
  secondStep: '/account/tweede-stap',
  enrol: '/account/tweede-stap/nieuw',
  recoveryCodes: '/account/herstelcodes',
  proof: '/account/bevestigen',
  login: '/account/inlognaam',
  loginConfirm: (code: string): string => `/account/inlognaam/${encodeURIComponent(code)}`,
  passkeys: '/account/passkeys',
  passkeyOffer: '/account/passkeys/vraag',
  passkeyName: (id: string): string => `/account/passkeys/${encodeURIComponent(id)}/naam`,
  passkeyEnd: (id: string): string => `/account/passkeys/${encodeURIComponent(id)}/einde`,
  passkeySignIn: '/inloggen/passkey',
  passkeySignInOffer: '/inloggen/passkey/vraag',
  forgotten: '/wachtwoord-vergeten',
  resetByCode: '/herstel',
  reset: (code: string): string => `/herstel/${encodeURIComponent(code)}`,
  /** Where who came with a letter chooses a name and password. */
  ownPassword: '/account/eigen-wachtwoord',
  sessionEnd: (id: string): string => `/account/sessies/${encodeURIComponent(id)}/einde`,
  otherSessionsEnd: '/account/sessies/einde',
  invitation: (code: string): string => `/aanmelding/${encodeURIComponent(code)}`,
}
