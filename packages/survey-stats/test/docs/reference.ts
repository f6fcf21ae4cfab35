// Writes REFERENCE.md from what src/index.ts exports, its docstrings and the examples: node test/docs/reference.ts --write
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { format, resolveConfig } from 'prettier'
import { readExports, type Exported } from './declarations.ts'
import { examples } from './examples.ts'
import { printed } from './printed.ts'

export const referencePath = join(import.meta.dirname, '../../REFERENCE.md')

const sourceOf = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

/** What the examples share, and the code of each as it stands in its file. */
const readExamples = (): { readonly shared: string; readonly codes: ReadonlyMap<string, string> } => {
  const text = sourceOf('examples.ts')
  const codes = new Map<string, string>()
  let shared = ''
  for (const node of parseSync('examples.ts', text).program.body) {
    if (node.type === 'VariableDeclaration') shared += `${text.slice(node.start, node.end)}\n`
    if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'VariableDeclaration') continue
    const init = node.declaration.declarations[0]?.init
    if (init?.type !== 'ObjectExpression') continue
    for (const property of init.properties) {
      if (property.type !== 'Property' || property.value.type !== 'ArrowFunctionExpression') continue
      const { body } = property.value
      const code = text.slice(body.start, body.end).replaceAll('stats.', '')
      codes.set(
        text.slice(property.key.start, property.key.end),
        body.type === 'BlockStatement' ? code.slice(1, -1).replace('return ', '') : code,
      )
    }
  }
  return { shared: shared.replaceAll('stats.', '').replace(/^const \{[^}]*\} = stats\n/mu, ''), codes }
}

const tidy = async (code: string, more = {}): Promise<string> =>
  (
    await format(code, { ...(await resolveConfig(referencePath)), parser: 'typescript', printWidth: 100, ...more })
  ).trim()

type Part = { readonly title: string; readonly text: string }

/** A docstring as paragraphs, its tags with a title each. */
const partsOf = (doc: string): Part[] => {
  const withBreaks = doc
    .replaceAll(/\s*@throws (?:\{SurveyError\} )?/gu, '\n\n@throws ')
    .replaceAll(/\s*(?:^|[\n ])@(param|returns|example) /gu, '\n\n@$1 ')
    .replaceAll(/(^|\s)Source:\s/gu, '\n\n@source ')
    .replaceAll(/(^|\s)R: (`[^`]*`(?: with an expression)?)\.?$/gmu, '\n\n@source R, $2')
  const titles: Record<string, string> = { param: '', returns: 'Gives', throws: 'Refuses', source: 'Source' }
  const lined = (text: string): string =>
    /^- /mu.test(text) ? text.replace(/(?<!\n)\n- /u, '\n\n- ') : text.replaceAll(/\s*\n\s*/gu, ' ')
  return withBreaks
    .split(/\n\n+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith('@example'))
    .map((part) => {
      const [, tag, text = ''] = /^@(\w+)\s+([\s\S]*)$/u.exec(part) ?? []
      if (tag === undefined) return { title: '', text: lined(part) }
      if (tag !== 'param') return { title: titles[tag] ?? tag, text: lined(text) }
      const [, name = '', rest = ''] = /^(\S+)\s+([\s\S]*)$/u.exec(text) ?? []
      return { title: `\`${name}\``, text: lined(rest) }
    })
}

const order = (title: string): number =>
  title.startsWith('`') ? 1 : ['', '`', 'Gives', 'Refuses', 'Source'].indexOf(title)

const proseOf = (doc: string): string =>
  partsOf(doc)
    .toSorted((a, b) => order(a.title) - order(b.title))
    .map(({ title, text }) =>
      title === '' ? text : title.startsWith('`') ? `- ${title}: ${text}` : `**${title}**: ${text}`,
    )
    .join('\n\n')
    .replaceAll(/(^- `.*)\n\n(?=- `)/gmu, '$1\n')

const valueOf = async ({ name, code, doc }: Exported, codes: ReadonlyMap<string, string>): Promise<string> => {
  const example = examples[name]
  if (example === undefined) throw new Error(`${name} has no example.`)
  const isFunction = !/^(class|const)\b/u.test(code)
  const declared = isFunction ? `declare function ${code}` : code.replace(/^const/u, 'declare const')
  const signature = (await tidy(code.startsWith('class') ? code : declared)).replace(/^declare (function )?/u, '')
  const result = printed(example()).replaceAll(/^/gmu, '// ')
  return [
    `### ${name}`,
    `\`\`\`ts\n${code.startsWith('class') ? signature.replace(/\s*constructor[\s\S]*$/u, '\n}') : signature}\n\`\`\``,
    proseOf(doc),
    `\`\`\`ts\n${await tidy(codes.get(name) ?? '', { semi: false })}\n${result}\n\`\`\``,
  ].join('\n\n')
}

const typeOf = async ({ name, code, doc }: Exported): Promise<string> =>
  [`### ${name}`, proseOf(doc), `\`\`\`ts\n${await tidy(code)}\n\`\`\``].filter((part) => part !== '').join('\n\n')

const introduction = `# Reference of survey-stats

Every function and type that the package exports, from the docstrings of its sources; \`node test/docs/reference.ts --write\` renews
this page and a test keeps it true.

What holds everywhere:

- **Shapes.** A column has one value per row, a design one weight per row, in the order of the data. A *covariance* is a square matrix
  \`{ size, m }\` whose element (j, k) stands in \`m[j * size + k]\`, in the order of \`values\` and \`names\`.
- **Units.** Shares are between 0 and 1, never percents. Weights count people (or what the totals count); means and quantiles are in the
  unit of the column; variances in that unit squared.
- **Missing** answers are \`NaN\` in a numeric column and the code \`levels.length\` in a categorical one. They are refused with their number
  unless \`missing: 'leave-out'\` makes those who answered a domain of the sample.
- **Errors.** Whatever a function will not do it refuses with a [SurveyError](#surveyerror) that has a \`code\`, one sentence and \`details\`.
  Every function that has a design estimated can also refuse with \`different-lengths\` (a column with other rows than the design),
  \`lonely-unit\` and \`nothing-to-estimate\`.
- **Sources.** \`R\` is R 4.2.2 with survey 4.1.1. Särndal et al. is Särndal, Swensson & Wretman, *Model Assisted Survey Sampling* (1992).`

/** The page as it should be. */
export const makeReference = async (): Promise<string> => {
  const all = readExports()
  const { shared, codes } = readExamples()
  const sections = [...new Set(all.map(({ section }) => section))]
  const contents = sections.map((section) => {
    const names = all.filter((one) => one.section === section && one.kind === 'value').map(({ name }) => name)
    return `- **${section}**: ${names.map((name) => `[${name}](#${name.toLowerCase()})`).join(', ')}`
  })
  const bodies: string[] = []
  for (const section of sections) {
    bodies.push(`## ${section}`)
    const own = all.filter((one) => one.section === section)
    for (const one of own.filter(({ kind }) => kind === 'value')) bodies.push(await valueOf(one, codes))
    for (const one of own.filter(({ kind }) => kind === 'type')) bodies.push(await typeOf(one))
  }
  const panel = sourceOf('panel.ts')
    .replace("'../../src/index.ts'", "'survey-stats'")
    .replaceAll('export const', 'const')
  return (
    [
      introduction,
      `## Contents\n\n${contents.join('\n')}`,
      `## What the examples share\n\n\`\`\`ts\n${panel.trim()}\n\n${await tidy(shared, { semi: false })}\n\`\`\``,
      ...bodies,
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  )
}

if (import.meta.main) {
  const page = await makeReference()
  if (process.argv.includes('--write')) writeFileSync(referencePath, page)
  else process.stdout.write(page)
}
