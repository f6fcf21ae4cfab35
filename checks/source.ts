import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseSync, Visitor, type Program } from 'oxc-parser'

const skipped = new Set(['node_modules', 'dist', 'data', 'coverage', '.git', 'pictures'])

/** Paths of files under `root` (with `/`, relative to it), in the folders named, whose name matches. */
export const filesUnder = (root: string, folders: readonly string[], name: RegExp): string[] =>
  folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => walk(join(root, folder)))
    .map((path) => relative(root, path).split(sep).join('/'))
    .filter((path) => name.test(path))
    .sort()

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : entry.isFile() ? [path] : []
  })

/** A parsed TypeScript file. TypeScript 7 offers no JavaScript API, so oxc reads the syntax. */
export type Source = {
  readonly path: string
  readonly text: string
  readonly program: Program
  readonly imports: readonly Import[]
  readonly lineAt: (offset: number) => number
}

/** One import or re-export: `typeOnly` when nothing of it is left at run time; `names` are the imported names. */
export type Import = {
  readonly from: string
  readonly typeOnly: boolean
  readonly names: readonly string[]
  readonly line: number
}

/** Reads and parses one file; a syntax error throws with the file's name. */
export const readSource = (root: string, path: string): Source => {
  const text = readFileSync(join(root, path), 'utf8')
  const parsed = parseSync(path, text, { preserveParens: false })
  const [fault] = parsed.errors
  if (fault) throw new Error(`${path}: ${fault.message}`)
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const { staticImports, staticExports, dynamicImports } = parsed.module
  const imports: Import[] = staticImports.map((found) => ({
    from: found.moduleRequest.value,
    typeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
    names: found.entries.map((entry) => entry.importName.name ?? entry.importName.kind),
    line: lineAt(found.start),
  }))
  for (const { entries, start } of staticExports)
    for (const entry of entries)
      if (entry.moduleRequest)
        imports.push({
          from: entry.moduleRequest.value,
          typeOnly: entry.isType,
          names: [entry.importName.name ?? '*'],
          line: lineAt(start),
        })
  for (const { moduleRequest } of dynamicImports) {
    const from = /^(['"`])([^'"`$]+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2]
    imports.push({ from: from ?? '(computed)', typeOnly: false, names: ['*'], line: lineAt(moduleRequest.start) })
  }
  new Visitor({
    TSImportType: ({ source, start }) => {
      imports.push({ from: source.value, typeOnly: true, names: ['*'], line: lineAt(start) })
    },
  }).visit(parsed.program)
  return { path, text, program: parsed.program, imports, lineAt }
}
