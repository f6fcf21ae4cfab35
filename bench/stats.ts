// The survey statistics: against bare loops over the same arrays, for their memory, and against R's survey where it is installed. Each part
// in a process of its own.
import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Figure } from './figure.ts'

const million = 1_000_000
const replicates = 200
const rowsForR = 100_000

/** What a script of bench/stats prints last. */
const inside = <Found>(script: string, ...args: readonly number[]): Promise<Found> =>
  new Promise((resolve, reject) => {
    const file = join(import.meta.dirname, 'stats', script)
    const child = spawn(process.execPath, [file, ...args.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] })
    process.once('exit', () => child.kill())
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('close', (code) => {
      const last = said.trim().split('\n').at(-1)
      if (code === 0 && last !== undefined) resolve(JSON.parse(last) as Found)
      else reject(new Error(`${script} ended with ${code}: ${said}`))
    })
  })

type Took = { ours: number; bare: number }

const against = (name: string, { ours, bare }: Took, target: number, what: string, unit = 1): Figure => ({
  name,
  ratio: ours / bare,
  target,
  wanted: 'at most',
  note: `${what} in ${(ours / unit).toFixed(0)} ms, by hand in ${(bare / unit).toFixed(0)} ms`,
})

type AgainstBare = Record<'raking' | 'distributions' | 'tests', Took> & {
  rows: number
  furthest: { what: string; apart: number }
}

const againstBare = async (): Promise<Figure[]> => {
  const { raking, distributions, tests, rows, furthest } = await inside<AgainstBare>('against-bare.ts', million)
  const apart = `at most ${furthest.apart.toExponential(0)} apart (${furthest.what})`
  return [
    against('stats-raking', raking, 1.5, `a weight for each of ${million} (row by row ${rows.toFixed(0)} ms)`),
    against('stats-distributions', distributions, 5, `30 distributions by education with calibration in their errors`),
    against('stats-rao-scott', tests, 8, `30 Rao-Scott tests; all numbers ${apart}:`),
  ]
}

type Bootstrap = Took & { step: number; stoppedAfter: number; done: number }

const bootstrap = async (): Promise<Figure[]> => {
  const found = await inside<Bootstrap>('bootstrap.ts', million, replicates)
  return [
    against('stats-bootstrap', found, 2, `${replicates} replicates raked again in a worker, each`, replicates),
    {
      name: 'stats-bootstrap-stop',
      ratio: found.stoppedAfter / found.step,
      target: 2,
      wanted: 'at most',
      note: `stopped ${found.stoppedAfter.toFixed(0)} ms after it was told to, ${found.done} replicates done, of ${found.step.toFixed(0)} ms each`,
    },
  ]
}

type WholeRun = { seconds: number; megabytes: number }

const memory = async (): Promise<Figure[]> => {
  const whole = await inside<WholeRun>('whole-run.ts', million, replicates)
  const many = await inside<WholeRun>('rake-many.ts', 10 * million)
  const figure = (name: string, what: string, { seconds, megabytes }: WholeRun, target: number): Figure => ({
    name,
    ratio: megabytes,
    target,
    wanted: 'at most',
    note: `MB at the peak of ${what}, ${seconds.toFixed(1)} s`,
  })
  return [
    figure('stats-memory', 'weights, distributions, tests and bootstrap', whole, 300),
    figure('stats-ten-million', 'raking ten million respondents', many, 2000),
  ]
}

const wantedOfR = { raking: 20, calibration: 20, distributions: 500, tests: 500, bootstrap: 15 } as const

const hasR = (): boolean => {
  try {
    execFileSync('Rscript', ['-e', 'library(survey)'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const againstR = async (): Promise<Figure[]> => {
  if (!hasR()) {
    process.stdout.write('# stats-r-…: skipped, as there is no Rscript with the package survey\n')
    return []
  }
  const found = await inside<Record<keyof typeof wantedOfR, { ours: number; r: number }>>(
    'against-r.ts',
    rowsForR,
    replicates,
  )
  return Object.entries(wantedOfR).map(([what, target]): Figure => {
    const { ours, r } = found[what as keyof typeof wantedOfR]
    return {
      name: `stats-r-${what}`,
      ratio: r / ours,
      target,
      wanted: 'at least',
      note: `${rowsForR} respondents, R ${r.toFixed(2)} s, ours ${(1000 * ours).toFixed(1)} ms`,
    }
  })
}

export const stats = [
  { names: ['stats-raking', 'stats-distributions', 'stats-rao-scott'], run: againstBare },
  { names: ['stats-bootstrap', 'stats-bootstrap-stop'], run: bootstrap },
  { names: ['stats-memory', 'stats-ten-million'], run: memory },
  { names: Object.keys(wantedOfR).map((what) => `stats-r-${what}`), run: againstR },
]
