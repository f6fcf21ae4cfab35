import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { typist } from '../typist.fixture.ts'

const page = readFileSync('packages/survey-stats/COMMANDS.md', 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'survey-'))
const type = typist({ DATA_DIR: join(folder, 'nowhere') })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const files = [...page.matchAll(/^`([\w-]+\.(?:csv|json))`:\n\n```(?:csv|json)\n([^]*?)^```/gm)]
const commands = [...page.matchAll(/^bin\/samenspraak (.*)$/gm)].map(([, typed = '']) => typed)
const inFolder = (word: string): string => (/\.(csv|json)$/.test(word) ? join(folder, word) : word)
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

for (const [, name = '', text = ''] of files) writeFileSync(join(folder, name), text)

describe('The examples of the page work as they stand', () => {
  test('there are some of both commands', () => {
    expect(files.length).toBeGreaterThan(6)
    expect(new Set(commands.map((typed) => typed.split(' ')[1]))).toEqual(new Set(['weight', 'tabulate']))
  })

  test.each(commands)('%s', async (typed) => {
    const { exit, stderr } = await type(typed.split(' ').map(inFolder))
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
  })

  test('the weights are in the order of the data and have the totals', () => {
    const lines = read('weights.csv').trimEnd().split('\n')
    expect(lines.slice(0, 2)).toEqual(['id,weight', expect.stringMatching(/^a1,\d+(\.\d+)?$/)])
    const weights = lines.slice(1).map((line) => Number(line.split(',')[1]))
    expect(weights).toHaveLength(12)
    expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(2_400_000, 4)
    const report = JSON.parse(read('report.json'))
    expect(report).toMatchObject({ method: 'raking', rows: 12, droppedRows: 0, margins: [{ name: 'gender' }, {}] })
    for (const { levels } of report.margins)
      for (const { difference, asked } of levels) expect(Math.abs(difference / asked)).toBeLessThan(1e-9)
  })

  test('trimmed weights lie within the limits', () => {
    const { trim, lowestWeight, highestWeight } = JSON.parse(read('trimmed.json'))
    expect(trim).toMatchObject({ meanWeight: 200_000, lowestAllowed: 100_000, highestAllowed: 260_000 })
    expect(lowestWeight).toBeGreaterThanOrEqual(100_000)
    expect(highestWeight).toBeLessThanOrEqual(260_000)
  })

  test('a row that dropped out has weight 0', () => {
    expect(read('amounts.csv')).toContain('\na6,0\n')
    expect(JSON.parse(read('amounts-report.json'))).toMatchObject({ droppedRows: 1, amounts: [{ name: 'income' }] })
  })

  test('what everybody may see holds no count of a small group', () => {
    const [{ groups }] = JSON.parse(read('public-tables.json')).tables
    const [, high] = groups
    expect(high).toMatchObject({
      group: 'education: high',
      respondents: null,
      cells: [{ told: 'not' }, { told: 'not' }],
    })
  })

  test('what was told stays as it was, and few who came between waves hide the next one', () => {
    const [all] = JSON.parse(read('public-tables.json')).tables[0].groups
    expect(JSON.parse(read('later-tables.json')).tables[0].groups[0]).toEqual(all)
    expect(all).toMatchObject({ group: 'all', respondents: 10, cells: [{ told: 'apart' }, { told: 'apart' }] })
    const [next] = JSON.parse(read('next-tables.json')).tables[0].groups
    expect(next).toMatchObject({ group: 'all', respondents: null, cells: [{ told: 'not' }, { told: 'not' }] })
  })

  test('the tables name every figure', () => {
    const [shares, counts, means] = JSON.parse(read('tables.json')).tables
    expect(shares).toMatchObject({
      name: 'share of trust by education',
      interval: 'logit',
      estimates: [{ group: { education: 'high' }, level: 'no', n: 5 }, {}, {}, {}],
      tests: [
        { test: 'raoScott', statistic: 'F' },
        { test: 'pairwise', pairs: [{}, {}] },
      ],
    })
    expect(counts.estimates).toMatchObject([{ level: 'no' }, { level: 'yes' }])
    expect(means.tests).toMatchObject([{ test: 't', of: { gender: 'm' }, less: { gender: 'f' } }])
  })
})
