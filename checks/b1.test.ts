import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { b1 } from './b1.ts'
import { plant } from './plant.ts'

const nl = 'src/modules/people/texts.nl.ts'
const warnings = (text: string): string[] => b1(plant({ [nl]: text })).sins.map((sin) => sin.says)
const run = (root: string) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'b1.ts')], { cwd: root, encoding: 'utf8' })

test('plain sentences give no warning', () => {
  const plain =
    "export const nl = { hi: 'Wat fijn dat je er bent.', of: (n: string) => `Je ziet hier de dag van ${n}.` }\n"
  expect(warnings(plain)).toEqual([])
})

test.each([
  ['a long sentence', `'Kom maar kijk maar. Ga je mee of niet. ${'woord '.repeat(21)}.'`, 'a sentence of 21 words'],
  ['a passive', "'Het bestand wordt door ons bewaard.'", 'says what is done'],
  ['a passive with a verb in two', "'De lijst werd gisteren ingelezen.'", 'says what is done'],
  ['a word of offices', "'Vul dit in indien nodig.'", '"indien", plainer is "als"'],
  ['a long word', "'De leerlingenadministratieafdeling is open.'", 'is a long word'],
  ['a hard word in a template', '(n: string) => `Selecteren van ${n} kan hier.`', '"selecteren"'],
])('warns of %s, with its line', (_name, text, says) => {
  const [found, ...others] = b1(plant({ [nl]: `\nexport const nl = { hi: ${text} }\n` })).sins
  expect(found).toEqual({ where: `${nl}:2`, says: expect.stringContaining(says) })
  expect(others).toEqual([])
})

test('warns of a file whose sentences are long on average', () => {
  const fifteen = `'${'woord '.repeat(15).trim()}.'`
  expect(warnings(`export const nl = { a: ${fifteen}, b: ${fifteen}, c: 'Kort.' }\n`)).toEqual([
    expect.stringContaining('15.0 words on average'),
  ])
})

test('"je wordt zes" is no passive, nor is "het wordt morgen een mooie dag"', () => {
  expect(warnings("export const nl = { a: 'Je wordt zes jaar.', b: 'Het wordt morgen een mooie dag.' }\n")).toEqual([])
})

test('warnings stop no build, and a run that read nothing does', () => {
  const warned = run(plant({ [nl]: "export const nl = { hi: 'Vul dit in indien nodig.' }\n" }))
  expect(warned.stdout).toContain('1 warnings')
  expect(warned.status).toBe(0)
  expect(run(plant({ 'a.txt': '' })).status).toBe(1)
})
