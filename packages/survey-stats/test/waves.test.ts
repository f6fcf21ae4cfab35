import { describe, expect, test } from 'vitest'
import { numeric } from '../src/data/column.ts'
import { surveyDesign, type LinearDesign } from '../src/design/design.ts'
import { linearRegression } from '../src/estimation/regression.ts'
import { compareWaves, differenceBetweenSamples } from '../src/tests-of-hypothesis/compare-waves.ts'
import { off, sampleOf, type Sample } from './made-sample.ts'

describe('waves', () => {
  const [first, second] = [sampleOf(13, 80), sampleOf(14, 80)]
  const waveOf = (name: string, sample: Sample, from: number) => ({
    name,
    design: surveyDesign({ weights: sample.weights }),
    units: sample.weights.map((_, i) => from + i),
    outcome: sample.y,
  })

  test('Samples that share nobody are as good as independent, and each mean is as in its own wave.', () => {
    const [before, after] = [waveOf('May', first, 0), waveOf('June', second, 1000)]
    const ours = compareWaves(before, after)
    expect(ours.shared).toBe(0)
    const own = [before, after].map(({ design, outcome }) => linearRegression(design, outcome, []))
    const [apart] = own[0] === undefined || own[1] === undefined ? [] : differenceBetweenSamples(own[0], own[1])
    expect(off(ours.change.estimate, apart?.estimate ?? NaN)).toBeLessThan(1e-12)
    expect(off(ours.change.standardError, apart?.standardError ?? NaN)).toBeLessThan(0.01)
    expect(apart?.degreesOfFreedom).toBe(158)
    expect(Math.abs(ours.correlation)).toBeLessThan(1e-12)
  })

  test('The same people make a change surer when they answer alike, and a change that all share does not vary.', () => {
    const moved = { ...first, y: numeric(first.y.values.map((value, i) => value + 0.5 + 0.1 * (i % 3))) }
    const ours = compareWaves(waveOf('May', first, 0), waveOf('June', moved, 0))
    const apart = compareWaves(waveOf('May', first, 0), waveOf('June', moved, 1000))
    expect(ours.shared).toBe(80)
    expect(ours.correlation).toBeGreaterThan(0.9)
    expect(ours.change.standardError).toBeLessThan(apart.change.standardError / 3)
    const same = { ...first, y: numeric(first.y.values.map((value) => value + 1)) }
    expect(() => compareWaves(waveOf('May', first, 0), waveOf('June', same, 0))).toThrow('The change does not vary')
  })

  test('Each wave keeps its own calibration.', () => {
    const calibrated = (sample: Sample): LinearDesign => {
      const design = surveyDesign({ n: sample.weights.length })
      return { ...design, calibrations: [{ columns: [sample.a], regressionWeights: null, weights: design.weights }] }
    }
    const [before, after] = [
      { ...waveOf('May', first, 0), design: calibrated(first) },
      { ...waveOf('June', second, 40), design: calibrated(second) },
    ]
    const { means, shared } = compareWaves(before, after)
    expect(shared).toBe(40)
    const own = linearRegression(before.design, before.outcome, [])
    // n/(n − 1) is of 120 units here, of 80 there.
    const factor = Math.sqrt(120 / 119 / (80 / 79))
    expect(off(means.standardErrors[0] ?? NaN, (own.standardErrors[0] ?? NaN) * factor)).toBeLessThan(1e-11)
  })

  test('The population of both waves counts when they have the same people, and is left out when not.', () => {
    const within = (sample: Sample): LinearDesign =>
      surveyDesign({ weights: sample.weights, population: [new Float64Array(80).fill(100)] })
    const wave = (name: string, sample: Sample, from: number) => ({
      ...waveOf(name, sample, from),
      design: within(sample),
    })
    const [whole, part] = [
      compareWaves(wave('May', first, 0), wave('June', second, 0)),
      compareWaves(wave('May', first, 0), wave('June', second, 5)),
    ]
    expect([whole.populationLeftOut, part.populationLeftOut]).toEqual([false, true])
    const endless = compareWaves(waveOf('May', first, 0), waveOf('June', second, 0))
    expect(off(whole.change.standardError, endless.change.standardError * Math.sqrt(0.2))).toBeLessThan(1e-11)
  })

  test('Waves that do not fit together are refused.', () => {
    const [before, after] = [waveOf('May', first, 0), waveOf('June', second, 0)]
    const stratified = { ...before, design: surveyDesign({ weights: first.weights, strata: [first.a] }) }
    expect(() => compareWaves(stratified, after)).toThrow('Say which stratum each row of "May" is in')
    expect(() => compareWaves({ ...stratified, strata: first.a }, { ...after, strata: second.a })).toThrow(
      'in another stratum elsewhere',
    )
    expect(() => compareWaves({ ...before, units: first.class }, after)).toThrow(
      'is not one sampling unit of the design',
    )
    expect(() => compareWaves({ ...before, units: [''] }, after)).toThrow('1 rows where 80')
    expect(() => compareWaves({ ...before, units: first.weights.map(() => '') }, after)).toThrow(
      'Row 1 of "May" has no unit.',
    )
    const silent = { ...after, outcome: numeric(new Float64Array(80).fill(NaN)) }
    expect(() => compareWaves(before, silent)).toThrow('has no answer in 80 rows')
    expect(() => compareWaves(before, silent, { missing: 'leave-out' })).toThrow('"June" has no row with an answer.')
  })
})
