import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export const readmePath = join(import.meta.dirname, '../../README.md')

/** The blocks of TypeScript of the README, one after the other. */
export const codeOf = (page: string): string =>
  [...page.matchAll(/^```ts\n([\s\S]*?)^```/gmu)].map(([, block = '']) => block).join('\n')

/** What the code says that it prints: the remark behind a `console.log`, or the lines that are nothing but a remark. */
export const promisedBy = (code: string): string[] =>
  code.split('\n').flatMap((line) => {
    const said = /^(?:.*\bconsole\.log\(.*\) )?\/\/ (.*)$/u.exec(line)?.[1]
    return said === undefined ? [] : [said]
  })

/** Runs it as a reader would, on the sources of the package, and gives what it prints. */
export const run = (code: string): string[] => {
  const face = pathToFileURL(join(import.meta.dirname, '../../src/index.ts')).href
  const input = code.replaceAll("'survey-stats'", `'${face}'`)
  const printed = execFileSync(process.execPath, ['--input-type=module-typescript'], { input, encoding: 'utf8' })
  return printed.trim().split('\n')
}

export const readReadme = (): string => readFileSync(readmePath, 'utf8')
