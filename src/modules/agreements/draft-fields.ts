import type { Agreement, Content } from './agreement.ts'
import type { AnyTerms } from './kinds/field.ts'
import type { Level, Scope } from './scope.ts'

/** For whom the writer may draft an agreement of this kind. */
export type Offer = {
  levels: readonly Level[]
  stages: readonly string[]
  years: readonly string[]
  classes: readonly { id: string; name: string }[]
  pupils: readonly { id: string; name: string }[]
}

export type Typed = Readonly<Record<string, string>>

export const fieldName = (name: string): string => `t-${name}`
export const boxName = (name: string, option: string): string => `t-${name}-${option}`

/** With the scope of a version or a draft that the writer goes on with: who else drafts for it may do so for that. */
export const withScope = (offer: Offer, kept: Pick<Agreement, 'scope' | 'className' | 'pupilName'> | null): Offer => {
  if (kept === null || scopeValues(offer).includes(typedScope(kept.scope))) return offer
  const { level, of } = kept.scope
  const own = { id: of ?? '', name: kept.className ?? kept.pupilName ?? '' }
  return {
    levels: offer.levels.includes(level) ? offer.levels : [...offer.levels, level],
    stages: level === 'stage' ? [...offer.stages, own.id] : offer.stages,
    years: level === 'year' ? [...offer.years, own.id] : offer.years,
    classes: level === 'class' ? [...offer.classes, own] : offer.classes,
    pupils: level === 'pupil' ? [...offer.pupils, own] : offer.pupils,
  }
}

/** Every scope the writer may choose, as the form sends it. */
export const scopeValues = ({ levels, stages, years, classes, pupils }: Offer): string[] => [
  ...(levels.includes('school') ? ['school'] : []),
  ...(levels.includes('stage') && stages.length > 1 ? stages.map((stage) => `stage-${stage}`) : []),
  ...(levels.includes('year') ? years.map((year) => `year-${year}`) : []),
  ...(levels.includes('class') ? classes.map(({ id }) => `class-${id}`) : []),
  ...(levels.includes('subject') ? ['subject'] : []),
  ...(levels.includes('pupil') ? pupils.map(({ id }) => `pupil-${id}`) : []),
]

/** How a scope stands in the form. */
export const typedScope = ({ level, of }: Scope): string =>
  level === 'school' || level === 'subject' ? level : `${level}-${of}`

/** What is filled in already: of a starter, a version that is followed, or a draft. */
export const typedOf = ({ scope, terms, lines }: Partial<Content>): Typed => ({
  ...(scope === undefined
    ? {}
    : { scope: typedScope(scope), ...(scope.level === 'subject' ? { subject: scope.of ?? '' } : {}) }),
  ...lines,
  ...typedTerms(terms ?? {}),
})

const typedTerms = (terms: AnyTerms): Typed =>
  Object.fromEntries(
    Object.entries(terms).flatMap(([name, value]) =>
      typeof value === 'object'
        ? value.map((option) => [boxName(name, option), 'on'])
        : [
            [
              fieldName(name),
              typeof value === 'string' && /^\d\d:\d\d$/.test(value) ? value.replace(':', '.') : String(value),
            ],
          ],
    ),
  )
