// What we promise about speed. Each figure is a ratio measured in one run; absolute times are only told beside it.
import { parseArgs } from 'node:util'
import { isMet, line, type Figure } from './figure.ts'
import { stats } from './stats.ts'

/** What is measured in one go; `group` is a name for all figures of several. */
type Bench = { group?: string; names: readonly string[]; run: () => Promise<Figure[]> }

const benches: readonly Bench[] = [
  {
    names: ['today-pages', 'today-p99', 'today-first-pages', 'idle-memory'],
    run: async () => (await import('./today.ts')).run(),
  },
  { names: ['many-schools'], run: async () => (await import('./many-schools.ts')).run() },
  {
    names: ['agreements-page', 'agreements-page-p99', 'agreements-class', 'agreements-count'],
    run: async () => (await import('./agreements.ts')).run(),
  },
  {
    names: ['progress-gate', 'release-batch', 'release-readers-p99'],
    run: async () => (await import('./results.ts')).gateAndRelease(),
  },
  { names: ['unreleased-time'], run: async () => (await import('./results.ts')).listening() },
  { names: ['results-many-schools'], run: async () => (await import('./results.ts')).manySchools() },
  { names: ['sign-in-peak'], run: async () => (await import('./sign-in.ts')).run() },
  { names: ['start-up'], run: async () => (await import('./start-up.ts')).run() },
  {
    names: ['ledger-writers', 'ledger-sealing', 'ledger-not-serialised'],
    run: async () => (await import('./ledger-writers.ts')).run(),
  },
  ...stats.map((bench) => ({ group: 'stats', ...bench })),
]

const { values } = parseArgs({ options: { strict: { type: 'boolean', default: false }, only: { type: 'string' } } })
const isAsked = ({ group }: Bench, name: string): boolean => [undefined, name, group].includes(values.only)
const wanted = benches.filter((bench) => bench.names.some((name) => isAsked(bench, name)))
if (wanted.length === 0) {
  process.stderr.write(
    `There is no figure named ${values.only}. There are: ${[...new Set(benches.flatMap(({ group, names }) => (group === undefined ? names : [group, ...names])))].join(', ')}.\n`,
  )
  process.exit(3)
}
const figures: Figure[] = []
for (const bench of wanted) {
  for (const figure of await bench.run()) {
    if (!isAsked(bench, figure.name)) continue
    figures.push(figure)
    process.stdout.write(`${line(figure)}\n`)
  }
}
process.exit(values.strict && figures.some((figure) => !isMet(figure)) ? 1 : 0)
