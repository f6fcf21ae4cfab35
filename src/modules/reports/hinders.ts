import type { FindHinders } from '#platform/http/hinders.ts'
import { brokenWords } from './broken-words.ts'
import { floorBroken } from './floor.ts'
import { findNow, findPeriods, findRule } from './queries.ts'
import { lockStage } from './weigh-floor.ts'

/** That guardians see grades with the report alone cannot begin where the reports come too seldom for that. */
export const hinders: FindHinders = async (tx, { school, kind, stages, terms, startsOn }) => {
  if (kind !== 'grade-release' || terms['when'] !== 'report') return null
  const now = await findNow(tx)
  for (const stage of stages) {
    await lockStage(tx, school, stage)
    const { guideWeeks: weeks } = await findRule(tx, school, stage)
    const periods = await findPeriods(tx, school, stage)
    const broken = floorBroken({ periods, weeks, now, since: startsOn ?? now.slice(0, 10) })
    if (broken !== null) return (lang) => brokenWords(lang, stage, broken)
  }
  return null
}
