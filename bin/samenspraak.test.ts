import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from '#platform/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'command-'))
const link = join(folder, 'samenspraak')
symlinkSync(join(root, 'bin', 'samenspraak'), link)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Types the command in a folder that is not the project's, through a link. */
const type = (argv: readonly string[], changes: Record<string, string> = {}) => {
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: join(folder, 'data'), ...changes }
  const { status, stdout, stderr } = spawnSync(link, argv, { cwd: folder, env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('The command', () => {
  test('writes its JSON and nothing else to stdout', () => {
    const { status, stdout } = type(['schools', '--json'])
    expect({ status, json: JSON.parse(stdout) }).toEqual({ status: 0, json: { schools: [] } })
    expect(stdout).toMatch(/^\{.*\}\n$/)
  })

  test('hands its exit code on', () => {
    expect(type(['config', 'check'], { PORT: 'x' }).status).toBe(3)
    expect(type(['coffee'])).toMatchObject({ status: 3, stdout: '' })
    expect(type(['help'])).toMatchObject({ status: 0, stderr: '' })
  })

  test('leaves no process behind', () => {
    type(['schools'])
    const left = spawnSync('pgrep', ['-f', folder], { encoding: 'utf8' }).stdout
    expect(left).toBe('')
  })
})
