// A registry may lack packages for other platforms than ours; npm then leaves them out of package-lock.json, and
// `npm ci` rejects the file. This adds them as stubs, and takes out addresses of registries.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'package-lock.json')
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** The platform that a package's name speaks of, or null. */
const platformOf = (name) => {
  const words = name.split(/[/-]/)
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) => words.some((word) => word === processor || word === `${processor}hf`))
  if (cpu === undefined || (os === undefined && cpu !== 'wasm32')) return null
  return {
    ...(os === undefined ? {} : { os: [os] }),
    cpu: [cpu],
    ...(words.some((word) => word.startsWith('musl')) ? { libc: ['musl'] } : {}),
    ...(os === 'linux' && words.some((word) => word.startsWith('gnu')) ? { libc: ['glibc'] } : {}),
  }
}

const stubsOf = (packages, [path, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies).flatMap(([name, version]) => {
    const key = `node_modules/${name}`
    const platform = platformOf(name)
    const known = key in packages || `${path}/${key}` in packages
    if (known || platform === null || !/^\d+\.\d+\.\d+/.test(version)) return []
    return [[key, { version, ...platform, ...(dev ? { dev } : {}), optional: true }]]
  })

const lock = JSON.parse(readFileSync(file, 'utf8'))
const { '': project, ...packages } = lock.packages
const stubs = [['', project], ...Object.entries(packages)].flatMap((entry) => stubsOf(packages, entry))
const all = Object.entries({ ...Object.fromEntries(stubs), ...packages }).map(([path, { resolved, link, ...rest }]) => [
  path,
  // A link within the project is no registry's.
  link ? { resolved, link, ...rest } : rest,
])
all.sort(([a], [b]) => a.localeCompare(b, 'en'))
writeFileSync(file, `${JSON.stringify({ ...lock, packages: { '': project, ...Object.fromEntries(all) } }, null, 2)}\n`)
console.log(`package-lock.json: ${stubs.length} packages of other platforms added.`)
