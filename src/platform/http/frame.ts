import type { Entered } from '#platform/db/context.ts'
import { hatWords, roleWords } from '#platform/i18n/standing-words.ts'
import type { Lang, Spoken } from '#platform/i18n/lang.ts'
import type { Rule } from '#platform/access/rules.ts'
import type { AppContext } from './app-env.ts'
import { secondStepPath } from './demand-proof.ts'
import { formToken } from './secrets.ts'

export type NavIcon =
  | 'today'
  | 'group'
  | 'person'
  | 'list'
  | 'school'
  | 'calendar'
  | 'found'
  | 'done'
  | 'progress'
  | 'message'
  | 'picture'
  | 'note'
  | 'document'

/** A door in the menu. It is shown to whom its rule lets in, and leads to a page that exists. */
export type NavEntry = {
  href: string
  icon: NavIcon
  label: Spoken<string>
  rule: Rule
  /** On a phone: below, where there is room for four, or in the menu, which it is when left out. */
  place?: 'tab' | 'menu'
  /** What waits there for who may open it, in a few words of the page's language; null when nothing does. */
  waits?: (c: AppContext) => Promise<string | null>
}

const links = {
  home: '/vandaag',
  account: '/account',
  language: '/taal',
  hat: '/account/rol',
  signOut: '/sessie/einde',
} as const

const nameOf = (who: Entered['who']): string =>
  [who?.first_name ?? who?.initials, who?.prefix, who?.last_name].filter((part) => part).join(' ')

const lineOf = (actor: Entered, lang: Lang): string => {
  const roles = actor.hat === 'staff' ? actor.at.flatMap((standing) => standing.roles) : []
  const [role] = Object.entries(roleWords[lang]).filter(([name]) => roles.some((held) => held === name))
  const what = role ? role[1] : actor.hat ? hatWords[lang][actor.hat] : ''
  return [what, actor.schoolName].filter((part) => part).join(lang === 'ar' ? '، ' : ', ')
}

const isBelow = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`)

/** The door behind which a page stands: of two that lead there the nearer. */
const currentOf = (nav: readonly NavEntry[], path: string): string | undefined =>
  nav
    .map(({ href }) => href)
    .filter((href) => isBelow(path, href))
    .toSorted((one, other) => other.length - one.length)[0]

// What comes after the host, as it was asked.
const pathAndQuery = (c: AppContext): string => {
  const { url } = c.req
  return url.slice(url.indexOf('/', url.indexOf('//') + 2))
}

/** What every page has around its own content: who is here, where one can go, and the token for its forms. */
export const frameOf = (c: AppContext) => {
  const actor = c.get('actor')
  const reader = c.get('reader')
  const house = c.get('house')
  const here = currentOf(house.nav, c.req.path)
  return {
    lang: c.get('lang'),
    reader,
    path: pathAndQuery(c),
    csrf: c.get('token') === '' ? '' : formToken(c.get('token')),
    nonce: c.get('nonce'),
    assets: house.assets,
    links,
    who: actor ? { name: nameOf(actor.who), line: lineOf(actor, reader) } : null,
    hats: (actor?.hats ?? []).map((hat) => ({ id: hat, label: hatWords[reader][hat], current: hat === actor?.hat })),
    nav: house.nav
      .filter((entry) => actor !== null && entry.rule(actor))
      .map(({ href, icon, label, place = 'menu' }) => ({
        href,
        icon,
        label: label[reader] ?? label.nl,
        inDutch: label[reader] === undefined,
        current: href === here,
        place,
      })),
    desk: actor?.hat === 'staff',
    secondStep: actor?.owes === 'factor' ? secondStepPath : undefined,
    schoolName: actor?.schoolName ?? undefined,
    synthetic: actor?.synthetic ?? false,
  }
}
