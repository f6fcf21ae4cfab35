import {
  defaultRules,
  protect,
  published,
  type AnswerTable,
  type DisclosureRules,
  type PublishedTable,
  type TableGroup,
} from '#stats'
import { counted, nested, type Counted } from './answer-table.ts'
import { classesIn } from './columns.ts'
import type { Sample } from './design-file.ts'
import { idsOf, readEarlier, releasesOf, wavesBefore, type Before, type Earlier } from './earlier-tables.ts'
import { Refusal } from './refusal.ts'
import type { Spec, TableSpec } from './spec-file.ts'
import { nameOf } from './tabulated.ts'

type Disclosure = NonNullable<Spec['disclosure']>

/**
 * Tables of shares as everybody may see them, protected together and beside all that were published: no counts, no standard errors,
 * no tests. What earlier tables give away whatever is hidden now is told to who types the command only.
 */
export const disclosed = async (sample: Sample, spec: Spec, disclosure: Disclosure, path: string) => {
  const { wave, rules, households } = disclosure
  const limits: DisclosureRules = {
    ...defaultRules,
    ...Object.fromEntries(Object.entries(rules).filter(([, one]) => one !== undefined)),
  }
  const homes = households === undefined ? null : classesIn(sample.data, households)
  const asked = spec.tables.map((table) => counted(sample, mustBeShare(table), spec, wave, homes))
  const before = await readEarlier(path, disclosure, sample, limits)
  const others = before.sameWave.flatMap(({ tables }) => tables)
  const all = nested([...others, ...asked])
  const same = releasesOf(before.sameWave, all, limits)
  const now = all.slice(others.length).map((table, at) => sinceThen(table, asked[at], before))
  const release = protect(now, limits, [...same, ...wavesBefore(before, limits)])
  const files = [...before.sameWave, ...before.waves.flat()]
  return {
    disclosure: { wave, rules: limits, households: households ?? null },
    tables: published(release).map((told, at) => headed(told, asked[at], spec)),
    warnings: release.exposed.map(({ group, question, answer, by }) => {
      // Who is in none of the groups has a name of quoted names.
      const who = group.startsWith('“') ? group : `“${group}”`
      const file = files[by]?.path ?? 'what was published'
      return `Whatever is hidden now, ${file} tells how many of ${who} answered “${answer}” to “${question}”.`
    }),
  }
}

const headed = (told: PublishedTable, asked: Counted | undefined, { missing }: Spec) => {
  if (asked === undefined) throw new Error('A table came back that was not asked.')
  const { spec } = asked
  return {
    name: nameOf(spec),
    where: spec.where,
    by: [spec.by ?? []].flat(),
    missing: spec.missing ?? missing,
    ordered: spec.ordered,
    sensitive: spec.sensitive,
    ...told,
  }
}

const mustBeShare = (table: TableSpec): Extract<TableSpec, { statistic: 'share' }> => {
  if (table.statistic === 'share' && table.tests.length === 0) return table
  throw new Refusal(`Table "${nameOf(table)}": under disclosure control only shares are told, and no tests.`)
}

/** Who joined and who left each group since the waves before, by their ids. */
const sinceThen = (table: AnswerTable, own: Counted | undefined, { waves }: Before): AnswerTable => {
  if (own === undefined) throw new Error('A table is asked that has no rows.')
  const files = waves.flat()
  if (files.length === 0) return table
  const ids = idsOf(own)
  const named = new Set(files.map(({ file }) => file.disclosure.wave))
  const changed = (group: TableGroup, g: number): TableGroup => {
    const now = namesOf(own, g, ids)
    const since = [...named].flatMap((wave) => {
      const then = membersThen(files, wave, table.question, group.name)
      if (then === null) return []
      const stayed = [...now].filter((id) => then.has(id)).length
      return [{ wave, joined: now.size - stayed, left: then.size - stayed }]
    })
    return { ...group, since }
  }
  return { ...table, whole: changed(table.whole, 0), groups: table.groups.map((group, g) => changed(group, g + 1)) }
}

const membersThen = (
  files: readonly Earlier[],
  wave: string,
  question: string,
  name: string,
): ReadonlySet<string> | null => {
  const tables = files.filter(({ file }) => file.disclosure.wave === wave).flatMap((one) => one.tables)
  for (const one of tables.filter(({ table }) => table.question === question)) {
    const g = [one.table.whole, ...one.table.groups].findIndex((group) => group.name === name)
    const ids = g < 0 ? [] : idsOf(one)
    if (g >= 0) return namesOf(one, g, ids)
  }
  return null
}

const namesOf = ({ people }: Counted, g: number, ids: readonly string[]): ReadonlySet<string> =>
  new Set(Array.from(people[g]?.() ?? [], (row) => ids[row] ?? ''))
