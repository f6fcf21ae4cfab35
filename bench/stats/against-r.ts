// The same panel through R's survey and through the package; R once, as it takes minutes, the package after a warm-up.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bootstrapOurs, calibrateOurs, distributionsOurs, rakeOurs, raoScottOurs, surveyOf } from './ours.ts'
import { makePanel, names, questionCount, totals } from './panel.ts'
import { median, say, timed } from './timed.ts'

const [n, replicates] = process.argv.slice(2).map(Number)
const panel = makePanel(n)
const survey = surveyOf(panel)

const askR = (): Map<string, number[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'survey-stats-bench-'))
  try {
    writeFileSync(join(folder, 'codes'), Buffer.concat([...panel.margins, ...panel.questions]))
    const lines = totals.flatMap((own, m) => Array.from(own, (total, level) => `${names[m]},${level},${total}`))
    writeFileSync(join(folder, 'totals.csv'), `margin,level,total\n${lines.join('\n')}\n`)
    const script = join(import.meta.dirname, 'against-r.R')
    const said = execFileSync('Rscript', [script, folder, `${n}`, `${replicates}`], { encoding: 'utf8' })
    return new Map(
      said
        .trim()
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .map(([name, ...values]) => [name, values.map(Number)]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const ofR = askR()
const secondsOfR = (name: string): number => ofR.get(name)?.[0] ?? NaN

const oursTook = (run: () => unknown): number => {
  const rounds = Array.from({ length: 30 }, () => timed(run).took)
  return median(rounds.slice(15)) / 1000
}

const compare = (what: string, ours: ArrayLike<number>, within: number): void => {
  for (const [k, theirs] of (ofR.get(what) ?? [NaN]).entries())
    if (!(Math.abs(ours[k] / theirs - 1) < within)) throw new Error(`${what} ${k}: ${ours[k]}, in R ${theirs}`)
}

const { weights } = rakeOurs(survey)
const { design } = calibrateOurs(survey)
const [first] = distributionsOurs(survey, design)
const [test] = raoScottOurs(survey, design)
compare('weight', weights, 1e-6)
compare('share', first.values, 1e-6)
compare('error', first.standardErrors, 1e-6)
compare('test', [test.value, test.numeratorDf, test.denominatorDf], 1e-6)

const bootstrap = (): void => {
  const steps = bootstrapOurs(survey, replicates, 'bench', questionCount)
  while (steps.next() === null);
}
const seconds = {
  raking: oursTook(() => rakeOurs(survey)),
  calibration: oursTook(() => calibrateOurs(survey)),
  distributions: oursTook(() => distributionsOurs(survey, design)),
  tests: oursTook(() => raoScottOurs(survey, design)),
  bootstrap: timed(bootstrap).took / 1000,
}
say(Object.fromEntries(Object.entries(seconds).map(([name, ours]) => [name, { ours, r: secondsOfR(name) }])))
