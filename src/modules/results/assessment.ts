import type { AssessmentKind, Dossier, Scale } from './tables.ts'

/** A test, or what a teacher saw, of a group. */
export type Assessment = {
  school: string
  id: string
  group: string
  groupName: string
  stage: string
  subject: string
  title: string
  kind: AssessmentKind
  scale: Scale
  dossier: Dossier
  weight: number
  period: string | null
  madeOn: string
  retakeOf: string | null
  retakable: boolean
}

export const secondary: readonly string[] = ['VO', 'VSO']
export const isSecondary = (stage: string): boolean => secondary.includes(stage)

/** What can be added at a stage: tests that weigh, and in primary education levels and observations. */
export const kindsOf = (stage: string): readonly AssessmentKind[] =>
  isSecondary(stage)
    ? ['written', 'oral', 'practical', 'assignment', 'listening', 'reading']
    : ['written', 'oral', 'assignment', 'reading', 'cito', 'observation']

/** In what a kind is marked at a stage. Levels are for what compares with other children of that age. */
export const scalesOf = (stage: string, kind: AssessmentKind): readonly Scale[] => {
  if (kind === 'cito') return ['roman', 'letters', 'function']
  if (kind === 'observation') return ['words_only']
  return isSecondary(stage) ? ['tenths', 'words'] : ['words', 'tenths']
}

/** Whether it can count in an average. Levels and words never do. */
export const canWeigh = (scale: Scale): boolean => scale === 'tenths' || scale === 'words'

export const mostWeight = 100
