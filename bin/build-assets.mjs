// Builds what a browser fetches beside a page: styles, fonts, the icon, islands. Every file carries a hash of its content in its name,
// so the server may call it immutable. dist/assets/manifest.json maps each logical name to the address of its file.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { subsetFonts } from './subset-fonts.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The islands of the modules, by module and name: 'accounts-passkey.js'. */
const islands = () =>
  readdirSync(join(root, 'src/modules')).flatMap((module) => {
    const folder = join('src/modules', module, 'islands')
    const files = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []
    return files
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => [`${module}-${basename(file, '.ts')}.js`, join(folder, file)])
  })

const entries = {
  'site.css': 'src/ui/tokens.css',
  'icon.svg': 'src/ui/icon.svg',
  'read-aloud.js': 'src/ui/island/read-aloud.ts',
  ...Object.fromEntries(islands()),
}

/**
 * Writes the assets and their manifest, and returns the manifest: { "site.css": "/assets/site-H4SH.css", … }.
 * The manifest changes in one step and old files go last, so a server that runs meanwhile keeps finding what it names.
 */
export const buildAssets = async (outdir = join(root, 'dist', 'assets')) => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(entries).map(([name, path]) => ({ in: path, out: name.replace(/\.\w+$/, '') })),
    outdir,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/assets',
    bundle: true,
    format: 'iife',
    minify: true,
    metafile: true,
    loader: { '.svg': 'copy' },
    plugins: [subsetFonts],
    target: ['chrome88', 'firefox88', 'safari14.1'],
    logLevel: 'warning',
  })
  const manifest = manifestOf(metafile.outputs)
  const small = layCompressed(
    outdir,
    Object.keys(metafile.outputs).map((path) => basename(path)),
  )
  const file = join(outdir, 'manifest.json')
  writeFileSync(`${file}.new`, `${JSON.stringify(manifest, null, 2)}\n`)
  renameSync(`${file}.new`, file)
  removeOthers(outdir, ['manifest.json', ...Object.keys(metafile.outputs).map((path) => basename(path)), ...small])
  return manifest
}

/** Lays each file of text a second and a third time, made small with brotli and gzip. A font is compressed already. */
const layCompressed = (folder, names) =>
  names
    .filter((name) => !name.endsWith('.woff2'))
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name))
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes))
      writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      return [`${name}.br`, `${name}.gz`]
    })

const removeOthers = (folder, named) => {
  for (const name of readdirSync(folder))
    if (!named.includes(name)) rmSync(join(folder, name), { recursive: true, force: true })
}

const manifestOf = (outputs) => {
  const files = Object.keys(outputs)
  return Object.fromEntries(Object.keys(entries).map((name) => [name, `/assets/${basename(fileOf(files, name))}`]))
}

const fileOf = (files, name) => {
  const [stem, extension] = name.split('.')
  const hashed = new RegExp(`^${stem}-[A-Z0-9]{8}\\.${extension}$`)
  const file = files.find((path) => hashed.test(basename(path)))
  if (file === undefined) throw new Error(`The build made no ${name}.`)
  return file
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAssets()
