// Who may import whom: the table of CONVENTIONS.md as code. `--write` renews the diagram in ARCHITECTURE.md.
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { areaOf, isFace, rows, type Area, type Role, type Row, type Use } from './import-areas.ts'
import { staleDiagram, writeDiagram, type Arrow } from './import-diagram.ts'
import { cyclesIn } from './cycles.ts'
import { finish, verdict, type Sin, type Verdict } from './sins.ts'
import { filesUnder, readSource, type Import, type Source } from './source.ts'

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** Checks every import under src/ and packages/, the module graph and the diagram; with `write` it renews the diagram. */
export const importMap = (root: string, write = false): Verdict => {
  const sources = filesUnder(root, ['src', 'packages'], /\.tsx?$/)
    .filter((path) => !isTest(path) && !/^packages\/[^/]+\/(test|golden)\//.test(path))
    .map((path) => readSource(root, path))
  const areas = settle(root, sources)
  const sins = sources.flatMap((source) => sinsOf(root, source, areas))
  const arrows = moduleArrows(root, sources)
  sins.push(...cyclesIn(arrows).map((cycle) => ({ where: 'src/modules', says: `cycle: ${cycle.join(' → ')}` })))
  if (write) writeDiagram(root, arrows)
  return verdict('import-map', sources.length, [...sins, ...staleDiagram(root, arrows)])
}

type Areas = ReadonlyMap<string, Area | null>

/** A nameless file of a module is a noun while all it imports is pure; as soon as one import is not, it is a deed. */
const settle = (root: string, sources: readonly Source[]): Areas => {
  const areas = new Map(sources.map((source) => [source.path, areaOf(source.path)]))
  for (let moved = true; moved;) {
    moved = false
    for (const source of sources) {
      const area = areas.get(source.path)
      if (area?.role !== 'noun') continue
      const pure = source.imports.every((found) => faultOf(root, source.path, found, areas) === null)
      if (pure) continue
      areas.set(source.path, { ...area, role: 'deed' })
      moved = true
    }
  }
  return areas
}

const sinsOf = (root: string, source: Source, areas: Areas): Sin[] => {
  if (!areas.get(source.path)) return [{ where: source.path, says: 'stands outside the map of CONVENTIONS.md' }]
  return source.imports.flatMap((found) => {
    const says = faultOf(root, source.path, found, areas)
    return says === null ? [] : [{ where: `${source.path}:${found.line}`, says }]
  })
}

/** The sentence that says why this import is wrong, or null. */
const faultOf = (root: string, path: string, found: Import, areas: Areas): string | null => {
  const area = areas.get(path)
  if (!area) return null
  if (found.from === '(computed)') return area.role === 'platform' ? null : 'imports a computed path'
  const row = rows[area.role]
  const target = resolve(path, found.from)
  if (target === null)
    return refusal(row.packages(found.from), found, `${area.role} may not import the package ${found.from}`)
  if (!existsSync(join(root, target))) return `${found.from} does not exist; name the file with its ending`
  if (target === 'package.json') return null
  const there = areas.has(target) ? areas.get(target) : areaOf(target)
  if (!there) return isTest(target) ? `imports a test: ${target}` : `imports ${target}, which stands outside the map`
  return faultOfFile(row, area, there, target, found)
}

const faultOfFile = (row: Row, area: Area, there: Area, target: string, found: Import): string | null => {
  const words = `${area.role} may not import ${there.module === area.module ? there.role : target}`
  if (there.role === 'rules') return refusal(row.rules ?? row.platform, found, words)
  if (there.role === 'platform') return refusal(row.platform, found, words)
  if (there.role === 'ui') return refusal(row.ui(target), found, words)
  if (there.role === 'survey-stats') return refusal(row.stats, found, words)
  if (there.role === 'entry') return area.role === 'entry' ? null : `imports the entry file ${target}`
  if (there.module === area.module) return refusal(row.own(there.role), found, words)
  if (!isFace(target)) return `reaches into another module: ${target}; enter through index.ts`
  return refusal(row.module, found, words)
}

const refusal = (use: Use, found: Import, words: string): string | null =>
  use === 'yes' || (use === 'types' && found.typeOnly) ? null : use === 'types' ? `${words}, but for its types` : words

/** The path from the root of a file of ours, or null for a package. */
const resolve = (path: string, from: string): string | null => {
  if (from.startsWith('.')) return normalize(join(dirname(path), from))
  const alias = /^#(platform|ui|modules|test)\/(.+)$/.exec(from)
  if (!alias) return null
  return alias[1] === 'test' ? `test/${alias[2]}` : `src/${alias[1]}/${alias[2]}`
}

const moduleArrows = (root: string, sources: readonly Source[]): Arrow[] =>
  sources.flatMap(({ path, imports }) => {
    const from = areaOf(path)?.module
    if (!from) return []
    return imports.map((found): Arrow => {
      const target = resolve(path, found.from)
      const to = target !== null && existsSync(join(root, target)) ? areaOf(target)?.module : null
      return { from, to: to && to !== from ? to : null }
    })
  })

/** For tests and the diagram: the role a file gets after its imports are weighed. */
export const rolesIn = (root: string, paths: readonly string[]): (Role | undefined)[] => {
  const areas = settle(
    root,
    paths.map((path) => readSource(root, path)),
  )
  return paths.map((path) => areas.get(path)?.role)
}

if (import.meta.main) finish(importMap(process.cwd(), process.argv.includes('--write')))
