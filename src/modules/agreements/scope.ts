/** Where an agreement can hold. Each kind says which of these it knows, and in which order. */
export type Level = 'school' | 'stage' | 'year' | 'class' | 'subject' | 'pupil'

/** Where an agreement holds; `of` is the stage, the year, the group, the subject or the pupil, and null for the whole school. */
export type Scope = { level: Level; of: string | null }

/** What a class or a family agrees in a meeting; the rest is for the school to draft. */
export const isMeeting = ({ level }: Pick<Scope, 'level'>): boolean => level === 'class' || level === 'pupil'

/** The columns in which a scope is kept. */
export type ScopeColumns = {
  level: Level
  stage: string | null
  year_group: string | null
  group_id: string | null
  subject: string | null
  pupil_id: string | null
}

const nowhere = { stage: null, year_group: null, group_id: null, subject: null, pupil_id: null }

export const columnsOfScope = ({ level, of }: Scope): ScopeColumns => {
  switch (level) {
    case 'school':
      return { level, ...nowhere }
    case 'stage':
      return { level, ...nowhere, stage: of }
    case 'year':
      return { level, ...nowhere, year_group: of }
    case 'class':
      return { level, ...nowhere, group_id: of }
    case 'subject':
      return { level, ...nowhere, subject: of }
    case 'pupil':
      return { level, ...nowhere, pupil_id: of }
  }
}

export const scopeOf = (row: ScopeColumns): Scope => ({
  level: row.level,
  of: row.stage ?? row.year_group ?? row.group_id ?? row.subject ?? row.pupil_id,
})

/** Of whom or what is asked which agreement holds. What is not known is null, and then nothing of that level holds. */
export type Situation = {
  school: string
  stage: string | null
  year: string | null
  groups: readonly string[]
  subject: string | null
  pupil: string | null
}

/** Of nobody in particular: what holds for the whole school. */
export const schoolWide = (school: string): Situation => ({
  school,
  stage: null,
  year: null,
  groups: [],
  subject: null,
  pupil: null,
})

/** An event for these stages of a school: a situation for each of them, as pages ask and as is counted. */
export const situationsOfStages = (school: string, stages: readonly string[]): Situation[] =>
  stages.length === 0 ? [schoolWide(school)] : stages.map((stage) => ({ ...schoolWide(school), stage }))

/** Pupils who are taught together, in one year or in several. `stages` are those that the school teaches. */
export type ClassAt = {
  school: string
  stages: readonly string[]
  group: string
  years: readonly string[]
  subject: string | null
}

/** What a class is asked: a situation for each year that its pupils are in, as pages ask and as is counted. */
export const situationsOfClass = ({ school, stages, group, years, subject }: ClassAt): Situation[] =>
  (years.length === 0 ? [null] : years).map((year) => ({
    school,
    stage: stageOf(year, stages),
    year,
    groups: [group],
    subject,
    pupil: null,
  }))

/** A subject is the same however it is written: 'Wiskunde ' is 'wiskunde'. */
export const subjectKey = (subject: string): string => subject.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Whether two are for the same. */
export const isSameScope = (one: Scope, other: Scope): boolean =>
  one.level === other.level &&
  (one.level === 'subject' ? subjectKey(one.of ?? '') === subjectKey(other.of ?? '') : one.of === other.of)

export const isWithin = ({ level, of }: Scope, situation: Situation): boolean => {
  switch (level) {
    case 'school':
      return true
    case 'stage':
      return situation.stage === of
    case 'year':
      return situation.year === of
    case 'class':
      return of !== null && situation.groups.includes(of)
    case 'subject':
      return situation.subject !== null && of !== null && subjectKey(situation.subject) === subjectKey(of)
    case 'pupil':
      return situation.pupil !== null && situation.pupil === of
  }
}

/**
 * The stage a pupil is in: years of secondary education count from eleven (EDEXML), all others are of primary. A school that
 * teaches both a stage and its special form has the plain one.
 */
export const stageOf = (year: string | null, stages: readonly string[]): string | null => {
  if (year === null) return stages.length === 1 ? (stages[0] ?? null) : null
  const fitting = /^1[1-9]$/.test(year) ? ['VO', 'VSO'] : ['BO', 'SO']
  return fitting.find((stage) => stages.includes(stage)) ?? null
}
