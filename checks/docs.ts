// The words around the code: links that lead somewhere, a page per module, no word of how the work was done.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { finish, verdict, type Sin, type Verdict } from './sins.ts'
import { filesUnder } from './source.ts'

const everywhere = ['.', 'src', 'docs', 'migrations', 'checks', 'test', 'e2e', 'bench', 'bin', 'packages', '.ci']
const readable = /\.(md|ts|tsx|mjs|js|sql|css|sh|json)$|^bin\/[a-z-]+$|^\.ci\/run$/

/** What the project never speaks of; each as a name and a pattern. */
const forbidden: readonly [string, RegExp][] = [
  ['a note to self', new RegExp(`\\b(${['TO', 'FIX'].map((a, i) => a + ['DO', 'ME'][i]).join('|')})\\b`)],
  ['the number of a task', /\bissue[s]? #?\d+\b/i],
  ['how the work was done', /\b(helper|developer|worker)s? session\b|\bAI[- ](generated|written)\b/i],
  ['a path of one machine', /(^|[\s'"`(])\/(work|home\/[a-z]+|root)\//],
  ['the address of a registry', /registry\.npmjs|npm\.pkg\.github|verdaccio/i],
  ['an emoji', /\p{Extended_Pictographic}(?<![©®™↔▶◀])/u],
]

/** Reads every page and every comment and says which break the rules; `root` is the folder of the project. */
export const docs = (root: string): Verdict => {
  const paths = [...new Set(filesUnder(root, everywhere, readable))].filter((path) => !path.includes('package-lock'))
  const pages = paths.filter((path) => path.endsWith('.md'))
  const sins = [
    ...paths.flatMap((path) => forbiddenWords(root, path)),
    ...pages.flatMap((path) => lostLinks(root, path)),
    ...readmeSins(root),
    ...glossarySins(root),
    ...moduleSins(root),
    ...decisionSins(root),
  ]
  return verdict('docs', pages.length, sins)
}

const read = (root: string, path: string): string =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''

const forbiddenWords = (root: string, path: string): Sin[] =>
  /^checks\/docs(\.test)?\.ts$/.test(path)
    ? []
    : read(root, path)
        .split('\n')
        .flatMap((line, at) =>
          forbidden
            .filter(([, pattern]) => pattern.test(line))
            .map(([name]) => ({ where: `${path}:${at + 1}`, says: `speaks of ${name}` })),
        )

const lostLinks = (root: string, path: string): Sin[] => {
  const prose = read(root, path)
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    const file = decodeURI(link.split('#')[0] ?? '')
    if (/^[a-z]+:/.test(link) || file === '') return []
    return existsSync(join(root, dirname(path), file)) ? [] : [{ where: path, says: `the link ${link} leads nowhere` }]
  })
}

const readmeSins = (root: string): Sin[] =>
  ['npm start', 'npm test']
    .filter(
      (command) =>
        !read(root, 'README.md').includes(`\`${command}\``) &&
        !new RegExp(`^\\s*${command}\\b`, 'm').test(read(root, 'README.md')),
    )
    .map((command) => ({ where: 'README.md', says: `does not name ${command}` }))

const glossarySins = (root: string): Sin[] => {
  const seen = new Set<string>()
  const rows = read(root, 'GLOSSARY.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (English|-)/.test(line))
  if (rows.length === 0) return [{ where: 'GLOSSARY.md', says: 'names no term' }]
  return rows.flatMap((row) => {
    const cells = row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    const [english = '', dutch = ''] = cells
    const sins = cells.length < 2 || dutch === '' ? [`${english}: has no Dutch word`] : []
    if (seen.has(english)) sins.push(`${english}: stands there twice`)
    seen.add(english)
    return sins.map((says) => ({ where: 'GLOSSARY.md', says }))
  })
}

const decisionSins = (root: string): Sin[] => {
  const seen = new Set<string>()
  return filesUnder(root, ['docs/decisions'], /\.md$/).flatMap((path) => {
    const number = /\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1] ?? ''
    const text = read(root, path)
    const sins = number === '' ? ['is not named NNNN-what.md'] : seen.has(number) ? ['has the number of another'] : []
    seen.add(number)
    if (!/^\d{4}-\d{2}-\d{2}/m.test(text)) sins.push('has no date')
    for (const part of ['Context', 'Decision', 'Consequences'])
      if (!new RegExp(`^(## ${part}$|\\*\\*${part}\\.\\*\\*)`, 'm').test(text)) sins.push(`has no ${part}`)
    return sins.map((says) => ({ where: path, says }))
  })
}

const moduleSins = (root: string): Sin[] => {
  const folder = join(root, 'src/modules')
  const modules = existsSync(folder) ? readdirSync(folder) : []
  const pages = modules.flatMap((module): Sin[] =>
    existsSync(join(folder, module, 'MODULE.md')) ? [] : [{ where: `src/modules/${module}`, says: 'has no MODULE.md' }],
  )
  const tables = filesUnder(root, ['migrations'], /\/\d{4}_\w+\.sql$/).flatMap((path) => {
    const owner = /\d{4}_([a-z]+)_/.exec(path)?.[1] ?? ''
    const page = read(root, `src/modules/${owner}/MODULE.md`)
    if (page === '') return []
    return [...read(root, path).matchAll(/^create table (?:app\.)?(\w+)/gim)]
      .filter(([, table = '']) => !new RegExp(`\\b${table}\\b`).test(page))
      .map(([, table = '']) => ({ where: `src/modules/${owner}/MODULE.md`, says: `does not name its table ${table}` }))
  })
  return [...pages, ...tables]
}

if (import.meta.main) finish(docs(process.cwd()))
