// The rules of CONVENTIONS.md that a page of code can judge.
import { basename, extname } from 'node:path'
import { Visitor, type Expression, type Super } from 'oxc-parser'
import { finish, verdict, type Sin, type Verdict } from './sins.ts'
import { filesUnder, readSource, type Source } from './source.ts'

const folders = ['src', 'packages', 'test', 'checks', 'e2e', 'bench', 'bin']
const codeNames = /\.(ts|tsx|mts|mjs|js)$/
const nameless = /(^|-)(utils?|helpers?|common|misc|managers?|services?)(-|$)/
const longAllowed = /(^|\/)(texts\.[a-z]{2}|[a-z-]*routes|[a-z-]*fixtures)\.tsx?$|\.data\.ts$|\/golden\//
const entryFiles = ['app', 'main', 'modules', 'worker'].map((name) => new RegExp(`^src/${name}\\.tsx?$`))

/** Files that may put text into a page unescaped; each was read by a second person, with the reason. */
export const reviewedRawHtml: Readonly<Record<string, string>> = {
  'src/modules/agreements/public-routes.tsx': 'what our own components wrote of the same facts, kept as they wrote it',
  'src/ui/layout/brand.tsx': 'the mark: one constant drawing',
  'src/ui/part/icon.tsx': 'the icons: constant drawings, chosen by a typed name',
}

/** Files of modules that open a transaction though they are no routes and no jobs, each with the reason. */
export const reviewedTransactions: Readonly<Record<string, string>> = {
  'src/modules/accounts/sign-in.ts': 'at the door nobody is known: a wrong try must stay when the answer is a refusal',
  'src/modules/accounts/end-replaced.ts':
    'at the door nobody is known: who was signed in on the device is so for their own session',
  'src/modules/accounts/passkeys.ts': 'at the door nobody is known: who shows a passkey is known by it alone',
  'src/modules/accounts/reset-password.ts': 'who shows a code for a new password is known by the code alone',
  'src/modules/accounts/invite.ts': 'who shows a code is known by the code alone',
  'src/modules/letters/answer-letter.ts': 'who shows a letter is known by its code alone',
  'src/modules/letters/use-letter.ts': 'who shows a letter is known by its code alone',
  'src/modules/letters/add-to-session.ts': 'who may be signed in is looked at before the answer is judged',
  'src/modules/letters/note-try.ts': 'a wrong answer must stay when the page refuses',
  'src/modules/letters/own-password.ts': 'an ordinary session begins where no session is in use',
  'src/modules/demo/as-owner.ts': 'what only an owner of an account may do is done as that owner',
  'src/modules/demo/open-accounts.ts':
    'taking an account into use begins a session that belongs to nobody, and is ended',
}

/** Reads every file of ours and says which rules it breaks. */
export const houseRules = (root: string, raw: Readonly<Record<string, string>> = reviewedRawHtml): Verdict => {
  const paths = filesUnder(root, folders, codeNames)
  const sources = paths.map((path) => readSource(root, path))
  const sins = [
    ...sources.flatMap((source) => [...nameSins(source), ...syntaxSins(source, raw)]),
    ...entrySins(sources),
  ]
  return verdict('house-rules', paths.length, sins)
}

const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path)
const inSource = (path: string): boolean => /^(src|packages\/[^/]+\/src)\//.test(path) && !isTest(path)
const isPlatform = (path: string): boolean => path.startsWith('src/platform/')
const isEntry = (path: string): boolean => entryFiles.some((name) => name.test(path)) || path.startsWith('src/cli/')

const nameSins = ({ path, text }: Source): Sin[] => {
  const sins: Sin[] = []
  const name = basename(path, extname(path))
  const lines = text.split('\n').length - 1
  if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name)) sins.push({ where: path, says: 'is not named in kebab-case' })
  if (path.split('/').some((part) => nameless.test(part.split('.')[0] ?? '')))
    sins.push({ where: path, says: 'has a name that says nothing: name the idea' })
  if (lines > 400 && !longAllowed.test(path)) sins.push({ where: path, says: `has ${lines} lines, 400 is the most` })
  return sins
}

const entrySins = (sources: readonly Source[]): Sin[] => {
  const knowing = sources.filter(({ path }) => entryFiles.some((name) => name.test(path)))
  const lines = knowing.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)
  return lines < 150 ? [] : [{ where: 'src/', says: `main, worker, app and modules have ${lines} lines together` }]
}

const syntaxSins = (source: Source, raw: Readonly<Record<string, string>>): Sin[] => {
  const { path, lineAt } = source
  const sins: Sin[] = []
  const say = (start: number, says: string): void => {
    sins.push({ where: `${path}:${lineAt(start)}`, says })
  }
  const ours = inSource(path)
  const guarded = ours && !isPlatform(path)
  const ambient = guarded && !isEntry(path)
  const functions: Span[] = []
  const keep = (node: Span): void => {
    functions.push({ start: node.start, end: node.end })
  }
  new Visitor({
    TSAnyKeyword: ({ start }) => say(start, 'any: parse at the edge, trust the type inside'),
    TSNonNullExpression: ({ start }) => say(start, 'a non-null !: say what happens when it is not there'),
    TSAsExpression: ({ start, typeAnnotation }) => {
      const isConst =
        typeAnnotation.type === 'TSTypeReference' &&
        typeAnnotation.typeName.type === 'Identifier' &&
        typeAnnotation.typeName.name === 'const'
      if (guarded && !isConst) say(start, 'as: outside platform a type is parsed or satisfied, never claimed')
    },
    ExportDefaultDeclaration: ({ start }) => ours && say(start, 'a default export: give it a name'),
    NewExpression: ({ start, callee }) => {
      if (ambient && callee.type === 'Identifier' && callee.name === 'Date') say(start, 'new Date: time is a parameter')
    },
    MemberExpression: (node) => {
      const name = dotted(node)
      if (ambient && ambientNames.has(name)) say(node.start, `${name}: time, randomness and settings are parameters`)
      if (guarded && /\.(transaction|startTransaction)$/.test(name) && !opensTransactions(path))
        say(node.start, 'opens a transaction: routes and jobs do, a verb takes the Tx')
      if (ours && name.endsWith('.selectAll')) say(node.start, 'selectAll: name the columns')
      if (/(^|\.)sql\.(raw|lit)$/.test(name) && ours && !path.startsWith('src/platform/db/'))
        say(node.start, `${name}: SQL is never built from strings`)
      if (ours && name.startsWith('console.') && path !== 'src/platform/log.ts') say(node.start, `${name}: use the log`)
    },
    CallExpression: ({ start, callee, arguments: [first] }) => {
      const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? dotted(callee) : ''
      if (ours && name === 'raw' && !(path in raw)) say(start, 'raw(): unescaped text that nobody reviewed')
      if (name.endsWith('.query') && ours && first?.type === 'TemplateLiteral' && first.expressions.length > 0)
        if (!path.startsWith('src/platform/db/')) say(start, 'SQL built from a template: bind the values')
    },
    JSXAttribute: ({ start, name }) => {
      if (name.type === 'JSXIdentifier' && name.name === 'dangerouslySetInnerHTML' && !(path in raw))
        say(start, 'dangerouslySetInnerHTML: unescaped text that nobody reviewed')
    },
    FunctionDeclaration: keep,
    FunctionExpression: keep,
    ArrowFunctionExpression: (node) => {
      if (!isTableOfData(node.body)) keep(node)
    },
  }).visit(source.program)
  return isTest(path) || longAllowed.test(path) ? sins : [...sins, ...longSins(source, functions)]
}

const opensTransactions = (path: string): boolean =>
  path in reviewedTransactions || /(^|[/-])(routes|jobs)\.tsx?$/.test(path) || isEntry(path)

type Span = { readonly start: number; readonly end: number }

const isTableOfData = (body: { readonly type: string }): boolean =>
  body.type === 'ObjectExpression' || body.type === 'ArrayExpression'

/** A function is as long as what it says itself: a function inside it is counted apart. */
const longSins = ({ path, lineAt }: Source, functions: readonly Span[]): Sin[] => {
  const lines = ({ start, end }: Span): number => lineAt(end) - lineAt(start)
  const inside = (inner: Span, outer: Span): boolean => outer.start < inner.start && inner.end <= outer.end
  return functions.flatMap((outer) => {
    const within = functions.filter((inner) => inside(inner, outer))
    const children = within.filter((inner) => !within.some((other) => inside(inner, other)))
    const own = lines(outer) + 1 - children.reduce((sum, inner) => sum + lines(inner), 0)
    return own > 60
      ? [{ where: `${path}:${lineAt(outer.start)}`, says: `a function of ${own} lines, 60 is the most` }]
      : []
  })
}

// Not node:crypto's random bytes: a secret that a caller could choose is no secret.
const ambientNames = new Set(['Date.now', 'Math.random', 'process.env', 'performance.now', 'globalThis.process'])

/** `a.b.c` of a member expression; a call or anything else in the middle becomes an empty part. */
const dotted = (node: Expression | Super): string => {
  if (node.type === 'Identifier') return node.name
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return ''
  return `${dotted(node.object)}.${node.property.name}`
}

if (import.meta.main) finish(houseRules(process.cwd()))
