// The year of a pupil or group, in the codes of EDEXML: 0–8 primary, 11–16 secondary years 1–6, B D S V for others.

const codes = new Set([
  'B',
  'D',
  'S',
  'V',
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
])

/** H is a pupil of the past; C (combination) and N (none) are years that say nothing. */
export type YearGroup = { is: 'known'; code: string } | { is: 'past' } | { is: 'none' } | { is: 'unknown' }

/** Schools with secondary stages only often send 1–6 for what EDEXML calls 11–16. */
export const isSecondaryOnly = (stages: readonly string[]): boolean =>
  stages.length > 0 && stages.every((stage) => stage === 'VO' || stage === 'VSO')

/** @param text the year as the file writes it @param stages the school's stages (BO, VO, SO, VSO) */
export const readYearGroup = (text: string, stages: readonly string[]): YearGroup => {
  const bare = text
    .trim()
    .toUpperCase()
    .replace(/^(GROEP|LEERJAAR|KLAS|JAAR)\s*/u, '')
    .replace(/^0+(?=\d)/u, '')
  if (bare === 'H') return { is: 'past' }
  if (bare === 'C' || bare === 'N' || bare === '') return { is: 'none' }
  if (isSecondaryOnly(stages) && /^[1-6]$/u.test(bare)) return { is: 'known', code: `1${bare}` }
  return codes.has(bare) ? { is: 'known', code: bare } : { is: 'unknown' }
}

/** The year a group's name tells: 4B is year 4 in primary school, 3c year 3 (13) in secondary. A mixed name (5/6) tells none. */
export const yearGroupOfName = (name: string, stages: readonly string[]): string | null => {
  const match = /^(?:groep|klas)?\s*(\d)(?!\s*[-/\d])/iu.exec(name.trim())
  if (!match?.[1] || /\d.*\d/u.test(name)) return null
  const year = readYearGroup(match[1], stages)
  return year.is === 'known' ? year.code : null
}
