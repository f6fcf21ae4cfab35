// Translates and bundles the sources into dist/, unless dist/ was made from these very sources.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const stampFile = join(root, 'dist', '.sources')
const assets = join(import.meta.dirname, 'build-assets.mjs')
/** Each program by its name in dist/; the readers of imported files run in threads of their own. */
const entries = {
  main: 'src/main.ts',
  worker: 'src/worker.ts',
  'cli/samenspraak': 'src/cli/samenspraak.ts',
  'roster-worker': 'src/modules/roster/read/worker.ts',
  'ics-worker': 'src/modules/timetable/read/ics-worker.ts',
  'picture-worker': 'src/modules/files/read/picture-worker.ts',
  'pdf-worker': 'src/modules/files/read/pdf-worker.ts',
}

const filesIn = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
    : []

const fingerprint = () => {
  const settings = [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'bin/build.mjs',
    'bin/build-assets.mjs',
    'bin/subset-fonts.mjs',
  ]
  const files = [
    ...settings.map((path) => join(root, path)).filter(existsSync),
    ...filesIn('src'),
    ...filesIn('packages'),
  ]
  const hash = createHash('sha256')
  for (const file of files.toSorted((a, b) => (a < b ? -1 : 1)))
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

const buildAll = async () => {
  rmSync(stampFile, { force: true })
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    logLevel: 'warning',
  })
  if (existsSync(assets)) await (await import(pathToFileURL(assets).href)).buildAssets()
}

const sources = fingerprint()
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== sources) {
  try {
    await buildAll()
  } catch (fault) {
    // esbuild has told its own errors already.
    if (fault.errors === undefined) throw fault
    process.exit(1)
  }
  writeFileSync(stampFile, sources)
}
