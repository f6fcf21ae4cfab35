// Builds what npm sends: `node build.mjs` makes dist/index.js, one ES module for browsers and Node alike, and dist/types.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const own = import.meta.dirname

/** What a browser does not have; a name like these in the built file breaks the promise that it runs anywhere. */
const ofNode =
  /\bfrom\s*["']|\bimport\s*\(|\brequire\s*\(|\bprocess\.|\bBuffer\b|\b__dirname\b|\bimport\.meta\b|\bglobal\./u

/** @returns the text of dist/index.js; with `write: false` nothing is written */
export const buildModule = async ({ write = true } = {}) => {
  const { outputFiles } = await build({
    absWorkingDir: own,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.js',
    bundle: true,
    platform: 'neutral',
    format: 'esm',
    target: 'es2024',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  })
  const [{ path, text }] = outputFiles
  const found = ofNode.exec(text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, ''))
  if (found !== null) throw new Error(`dist/index.js speaks of "${found[0]}", which a browser does not have.`)
  if (write) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return text
}

/** Writes dist/types. */
export const buildTypes = () => {
  const tsc = join(dirname(fileURLToPath(import.meta.resolve('typescript/package.json'))), 'bin/tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-b', own], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The types were not built.')
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await buildModule()
  buildTypes()
}
