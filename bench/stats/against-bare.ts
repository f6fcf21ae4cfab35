// Times the package against the bare loops over the same arrays, by turns, and sees that both come to the same numbers.
import { distributionsBare, rakeBare, raoScottBare } from './bare.ts'
import { distributionsOurs, rakeOurs, raoScottOurs, surveyOf } from './ours.ts'
import { makePanel } from './panel.ts'
import { median, say, timed } from './timed.ts'

const n = Number(process.argv[2])
const warmUps = { short: 40, long: 5 }
const rounds = 15

/** @returns median milliseconds of both, and what each came to last */
const byTurns = <Ours, Bare>(warmUp: number, ours: () => Ours, bare: () => Bare) => {
  const took: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] }
  let last = { ours: timed(ours).result, bare: timed(bare).result }
  for (let round = 1; round < warmUp + rounds; round += 1) {
    const [own, other] = [timed(ours), timed(bare)]
    last = { ours: own.result, bare: other.result }
    if (round < warmUp) continue
    took.ours.push(own.took)
    took.bare.push(other.took)
  }
  return { ours: median(took.ours), bare: median(took.bare), last }
}

const furthest = { what: '', apart: 0 }
const compare = (what: string, ours: ArrayLike<number>, bare: ArrayLike<number>): void => {
  if (ours.length !== bare.length) throw new Error(`${what}: ${ours.length} numbers, and ${bare.length} by hand`)
  for (let k = 0; k < ours.length; k += 1) {
    const apart = Math.abs(ours[k] - bare[k]) / Math.abs(bare[k])
    if (!(apart < 1e-9)) throw new Error(`${what} ${k}: ${ours[k]}, and by hand ${bare[k]}`)
    if (apart > furthest.apart) Object.assign(furthest, { what, apart })
  }
}

const panel = makePanel(n)
const survey = surveyOf(panel)

const raking = byTurns(
  warmUps.short,
  () => rakeOurs(survey),
  () => rakeBare(panel),
)
const { design, weights } = raking.last.ours
compare('weights', weights, raking.last.bare)
const rows = timed(() => rakeOurs(survey, { path: 'rows' }))
compare('weights by rows', rows.result.weights, weights)

const distributions = byTurns(
  warmUps.long,
  () => distributionsOurs(survey, design),
  () => distributionsBare(panel, weights),
)
distributions.last.ours.forEach(({ values, standardErrors }, q) => {
  compare('shares', values, distributions.last.bare[q].shares)
  compare('standard errors', standardErrors, distributions.last.bare[q].errors)
})

const tests = byTurns(
  warmUps.long,
  () => raoScottOurs(survey, design),
  () => raoScottBare(panel, weights),
)
tests.last.ours.forEach(({ value, numeratorDf }, q) => {
  const { f, df } = tests.last.bare[q]
  compare('Rao-Scott', [value, numeratorDf], [f, df])
})

say({
  raking: { ours: raking.ours, bare: raking.bare },
  rows: rows.took,
  distributions: { ours: distributions.ours, bare: distributions.bare },
  tests: { ours: tests.ours, bare: tests.bare },
  furthest,
})
