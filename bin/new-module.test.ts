import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { houseRules } from '../checks/house-rules.ts'
import { importMap } from '../checks/import-map.ts'
import { plant } from '../checks/plant.ts'
import { texts } from '../checks/texts.ts'

const copyOfHouse = (): string => {
  const root = plant({ 'ARCHITECTURE.md': '<!-- import-map: begin -->\n<!-- import-map: end -->\n' })
  for (const folder of ['src/platform', 'src/ui', 'bin']) cpSync(folder, join(root, folder), { recursive: true })
  cpSync('.prettierrc.json', join(root, '.prettierrc.json'))
  mkdirSync(join(root, 'src/modules'))
  return root
}

const lay = (root: string, name: string): string =>
  execFileSync('bash', [join(root, 'bin/new-module'), name], { encoding: 'utf8', stdio: 'pipe' })

test('a module that was just laid keeps every rule of the house', () => {
  const root = copyOfHouse()
  expect(lay(root, 'results')).toContain('src/modules/results is laid')
  importMap(root, true)
  const about = (sins: readonly { where: string; says: string }[]) =>
    sins.filter(({ where }) => where.startsWith('src/modules'))
  expect(about(importMap(root).sins)).toEqual([])
  expect(about(houseRules(root).sins)).toEqual([])
  expect(about(texts(root).sins)).toEqual([])
  execFileSync('node_modules/.bin/prettier', ['--check', join(root, 'src/modules/**/*.{ts,tsx}')], { stdio: 'pipe' })
})

test('a module that is there stays as it is, and a name that is no noun is refused', () => {
  const root = copyOfHouse()
  lay(root, 'results')
  expect(() => lay(root, 'results')).toThrow('is there already')
  expect(() => lay(root, 'Big-Name')).toThrow('usage')
})
