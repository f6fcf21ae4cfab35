import type { DocumentKind, LimitedState, Lives } from './tables.ts'

/** What a guardian may know of a child. full: everything; on_request: what is important, when asked; blocked: nothing. */
export type Authority = 'full' | LimitedState

export const authorities: readonly Authority[] = ['full', 'on_request', 'blocked']

export const documentKinds: readonly DocumentKind[] = [
  'court_order',
  'child_protection',
  'custody_register',
  'birth_record',
  'foster_contract',
  'other',
]

export const livings: readonly Lives[] = ['here', 'partly', 'elsewhere']

export type AuthorityDocument = {
  kind: DocumentKind
  /** 'YYYY-MM-DD' */
  datedOn: string
  /** How the school finds the paper again; never what it says. */
  reference: string | null
  /** It says that this guardian gets no information from the school, or no contact with the child. */
  forbids: boolean
}

/** Only an order of a court or of child protection that names school or contact shuts a guardian out. */
export const canBlock = ({ kind, forbids }: Pick<AuthorityDocument, 'kind' | 'forbids'>): boolean =>
  forbids && (kind === 'court_order' || kind === 'child_protection')

/** The last day on which a review can be: a year from today. Both 'YYYY-MM-DD'. */
export const lastReview = (today: string): string => {
  const [year, rest] = [today.slice(0, 4), today.slice(4)]
  return `${Number(year) + 1}${rest === '-02-29' ? '-02-28' : rest}`
}

/** What a limit amounts to on a day: one that blocks no longer does from its review on, and is then 'on_request'. */
export const stateOn = (limit: { state: LimitedState; reviewOn: string | null }, day: string): LimitedState =>
  limit.state === 'blocked' && limit.reviewOn !== null && limit.reviewOn <= day ? 'on_request' : limit.state
