import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const completed = (packages: object): unknown => {
  const folder = mkdtempSync(join(tmpdir(), 'samenspraak-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'bin'))
  copyFileSync(join(import.meta.dirname, 'lock.mjs'), join(folder, 'bin/lock.mjs'))
  const file = join(folder, 'package-lock.json')
  writeFileSync(file, JSON.stringify({ name: 'trial', lockfileVersion: 3, packages }))
  expect(spawnSync(process.execPath, ['bin/lock.mjs'], { cwd: folder }).status).toBe(0)
  return JSON.parse(readFileSync(file, 'utf8'))
}

test('packages of other platforms are added as stubs, in the order of npm', () => {
  const optionalDependencies = {
    '@tool/darwin-arm64': '1.2.3',
    '@tool/linux-x64-musl': '1.2.3',
    '@tool/linux-arm-gnueabihf': '1.2.3',
    '@tool/known-linux-x64': '1.2.3',
    'not-of-a-platform': '1.2.3',
  }
  const known = { version: '1.2.3', os: ['linux'], cpu: ['x64'], optional: true }
  const tool = { version: '1.2.3', dev: true, optionalDependencies }
  const lock = completed({ '': {}, 'node_modules/tool': tool, 'node_modules/@tool/known-linux-x64': known })
  const stub = (os: string, cpu: string, libc: object = {}) => {
    const plain = { version: '1.2.3', os: [os], cpu: [cpu], dev: true, optional: true }
    return { ...plain, ...libc }
  }
  const packages = {
    '': {},
    'node_modules/@tool/darwin-arm64': stub('darwin', 'arm64'),
    'node_modules/@tool/known-linux-x64': known,
    'node_modules/@tool/linux-arm-gnueabihf': stub('linux', 'arm', { libc: ['glibc'] }),
    'node_modules/@tool/linux-x64-musl': stub('linux', 'x64', { libc: ['musl'] }),
    'node_modules/tool': tool,
  }
  expect(lock).toEqual({ name: 'trial', lockfileVersion: 3, packages })
  expect(Object.keys(Object(lock).packages)).toEqual(Object.keys(packages))
})

test('no address of a registry stays behind, and a link within the project does', () => {
  const lock = completed({
    '': {},
    'node_modules/ours': { resolved: 'packages/ours', link: true },
    'node_modules/theirs': { version: '1.0.0', resolved: 'https://registry.example/theirs.tgz', integrity: 'sha512-x' },
  })
  expect(lock).toMatchObject({ packages: { 'node_modules/ours': { resolved: 'packages/ours', link: true } } })
  expect(JSON.stringify(lock)).not.toContain('registry.example')
})

test("the project's own lock file is complete and names no registry", () => {
  const text = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')
  const { packages } = JSON.parse(text)
  expect(completed(packages)).toMatchObject({ packages })
  expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/)
})
