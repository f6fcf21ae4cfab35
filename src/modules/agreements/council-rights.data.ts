import type { Kind } from './kinds/kinds.ts'

/** Who decides with the school: the council as a whole, or the section of parents, staff or pupils. */
export const bodies = ['council', 'parents', 'staff', 'pupils'] as const
export type Body = (typeof bodies)[number]

/** What the law gives a body on a kind of agreement. */
export type Right = {
  body: Body
  asks: 'consent' | 'advice'
  source: string
  /** read: the article was read. inferred: our reading of it, so that a school may hold otherwise and say why. */
  standing: 'read' | 'inferred'
  /** The day on which the source was last looked at, 'YYYY-MM-DD'. */
  checkedOn: string
}

const right = (body: Body, asks: Right['asks'], source: string, standing: Right['standing']): Right => ({
  body,
  asks,
  source,
  standing,
  checkedOn: '2026-11-26',
})

const safety = right(
  'council',
  'consent',
  'WMS artikel 10, lid 1, onder e (veiligheid, gezondheid en welzijn)',
  'inferred',
)
const rules = right('council', 'consent', 'WMS artikel 10, lid 1, onder c (schoolreglement)', 'read')
const plan = right('council', 'consent', 'WMS artikel 10, lid 1, onder b (schoolplan)', 'inferred')
const pupilStatute = right('pupils', 'consent', 'WMS artikel 14, lid 3, onder b (leerlingenstatuut)', 'read')
const parentsData = right(
  'parents',
  'consent',
  'WMS artikel 13, lid 1, onder i (persoonsgegevens van ouders en leerlingen)',
  'read',
)
const exchange = right(
  'parents',
  'consent',
  'WMS artikel 13, lid 1, onder k (informatie tussen school en ouders)',
  'inferred',
)
const exchangeVo = right('parents', 'consent', 'WMS artikel 14, lid 2 (informatie tussen school en ouders)', 'inferred')
const staffFigures = right('staff', 'consent', 'WMS artikel 12, lid 1 (regels over gegevens van personeel)', 'inferred')
const workload = right('staff', 'consent', 'WMS artikel 12, lid 1 (taakbelasting van personeel)', 'inferred')

type ByStage = { primary: readonly Right[]; secondary: readonly Right[] }
const same = (...rights: readonly Right[]): ByStage => ({ primary: rights, secondary: rights })

/** Per kind what the law asks, in primary and in secondary education. */
export const councilRights: Readonly<Record<Kind, ByStage>> = {
  'online-trouble': same(safety),
  'group-rule': {
    primary: [parentsData],
    secondary: [{ ...parentsData, source: exchangeVo.source, standing: 'inferred' }],
  },
  'quiet-hours': { primary: [exchange], secondary: [exchangeVo] },
  phones: { primary: [rules], secondary: [plan, pupilStatute] },
  devices: { primary: [rules], secondary: [plan, pupilStatute] },
  'on-paper': same(right('council', 'advice', 'WMS artikel 11, lid 1 (onderwijskundig beleid)', 'inferred')),
  ai: same(plan),
  skills: same(plan),
  'grade-release': { primary: [exchange], secondary: [exchangeVo, pupilStatute] },
  fails: { primary: [exchange], secondary: [exchangeVo, pupilStatute] },
  'grading-term': { primary: [workload], secondary: [workload, pupilStatute] },
  averages: { primary: [exchange], secondary: [exchangeVo, pupilStatute] },
  reports: { primary: [exchange], secondary: [exchangeVo] },
  contact: { primary: [exchange, workload], secondary: [exchangeVo, workload] },
  events: { primary: [exchange], secondary: [exchangeVo] },
  measuring: same(staffFigures),
}
