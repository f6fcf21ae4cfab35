import { degreesOfFreedom, summariseWeights } from '#stats'
import { done } from '../command.ts'
import { needed } from '../options.ts'
import { readData } from './data-file.ts'
import { designFile, sampleOf, type Sample } from './design-file.ts'
import { disclosed } from './disclosed.ts'
import { earlierPaths } from './earlier-tables.ts'
import { readJson } from './json-file.ts'
import { localCommand } from './local-command.ts'
import { mustBeOthers, writeAll } from './out-files.ts'
import { specFile } from './spec-file.ts'
import { tabulated } from './tabulated.ts'
import { oneFile } from './weight.ts'
import { weightReport } from './weight-report.ts'

export const surveyTabulate = localCommand({
  name: 'survey tabulate',
  usage: 'DATA.csv --design DESIGN.json --spec SPEC.json --out OUT.json',
  about:
    'estimates shares, counts, means, totals, ratios and quantiles by group, with standard errors that know the design and the ' +
    'weighting, tests between groups, and disclosure control when asked; see packages/survey-stats/COMMANDS.md',
  options: { design: 'value', spec: 'value', out: 'value' },
  read: (given) => ({
    data: oneFile(given),
    design: needed(given, 'design', 'the file that says how the sample was taken and weighted'),
    spec: needed(given, 'spec', 'the file that says which tables to make'),
    out: needed(given, 'out', 'the file that the tables go to'),
  }),
  run: async ({ data, design, spec, out }) => {
    const [how, asked] = [await readJson(design, designFile), await readJson(spec, specFile)]
    const { disclosure } = asked
    await mustBeOthers([out], [data, design, spec, ...(disclosure === undefined ? [] : earlierPaths(spec, disclosure))])
    const sample = await sampleOf(design, how, await readData(data))
    // What is known of a sample, such as who was weighted by what, is as secret as its tables.
    const { warnings, ...told } =
      disclosure === undefined
        ? {
            design: designFigures(sample),
            tables: asked.tables.map((table) => tabulated(sample, table, asked)),
            warnings: [],
          }
        : await disclosed(sample, asked, disclosure, spec)
    await writeAll([{ path: out, pieces: [`${JSON.stringify(told, null, 2)}\n`] }])
    const { length } = asked.tables
    return done({ tables: length, out, warnings }, [
      `${length} ${length === 1 ? 'table is' : 'tables are'} in ${out}.`,
      ...warnings,
    ])
  },
})

const designFigures = ({ data, design, weighting }: Sample) => {
  const { rows, sum, designEffect, effectiveSize } = summariseWeights(design.weights)
  return {
    kind: design.kind === 'linear' ? 'linear' : `replicate ${design.type}`,
    rows: data.rows,
    weightedRows: rows,
    strata: design.kind === 'linear' ? design.stages[0].stratumCount : null,
    clusters: design.kind === 'linear' ? design.stages[0].unitCount : null,
    replicates: design.kind === 'linear' ? null : design.count,
    degreesOfFreedom: degreesOfFreedom(design),
    population: sum,
    designEffect,
    effectiveSize,
    weighting: weighting === null ? null : weightReport(weighting.weighing, weighting.wish, null),
  }
}
