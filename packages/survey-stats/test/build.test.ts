import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { transform } from 'esbuild'
import { expect, test } from 'vitest'
import * as face from '../src/index.ts'
import { buildModule } from '../build.mjs'

const folder = join(import.meta.dirname, '..')

test('The built module is one file that imports nothing and exports all that the sources do.', async () => {
  const text = await buildModule({ write: false })
  expect(text).not.toMatch(/^import\b/mu)
  const exported = (/export \{([^}]*)\};?\s*$/u.exec(text)?.[1] ?? '')
    .split(',')
    .map((name) => name.trim().replace(/^.* as /u, ''))
  expect(exported.toSorted()).toEqual(Object.keys(face).toSorted())
})

test('The built module runs where there is nothing but the language: no process, no browser.', async () => {
  const { code } = await transform(await buildModule({ write: false }), { format: 'iife', globalName: 'stats' })
  const bare = createContext({})
  expect(runInContext('typeof process + typeof Buffer + typeof require + typeof window', bare)).toBe(
    'undefined'.repeat(4),
  )
  runInContext(code, bare)
  const found: unknown = runInContext(
    `(() => {
      const education = stats.categorical(['low', 'low', 'high', 'high', 'high', 'high'])
      const content = stats.categorical(['yes', 'no', 'yes', 'yes', 'no', 'yes'])
      const { design, report } = stats.rake(stats.surveyDesign({ n: 6 }), [
        { name: 'education', column: education, totals: { low: 60, high: 40 } },
      ])
      return JSON.stringify([...stats.proportions(design, content).values, report.population, report.hash.length])
    })()`,
    bare,
  )
  const [no = NaN, yes = NaN, ...rest] = JSON.parse(String(found)) as number[]
  expect(no).toBeCloseTo(0.4, 12)
  expect(yes).toBeCloseTo(0.6, 12)
  expect(rest).toEqual([100, 64])
})

test('npm is sent the module, its types, the README, the reference and the licence, and nothing else.', () => {
  const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const [{ files }] = JSON.parse(told) as [{ files: { path: string }[] }]
  const paths = files.map(({ path }) => path)
  const allowed = /^(LICENSE|README\.md|REFERENCE\.md|package\.json|dist\/index\.js|dist\/types\/[a-z0-9/-]+\.d\.ts)$/u
  expect(paths.filter((path) => !allowed.test(path))).toEqual([])
  expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'REFERENCE.md', 'package.json']))
})
