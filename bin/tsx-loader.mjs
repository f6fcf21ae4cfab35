// Node runs .ts by itself, .tsx not: pages are translated while they are loaded. For bin/dev alone.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

const translate = (file) =>
  transformSync(readFileSync(file, 'utf8'), {
    loader: 'tsx',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcefile: file,
    sourcemap: 'inline',
  }).code

registerHooks({
  load: (url, context, next) =>
    url.endsWith('.tsx')
      ? { format: 'module', shortCircuit: true, source: translate(fileURLToPath(url)) }
      : next(url, context),
})
