import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync, type Declaration, type ParamPattern } from 'oxc-parser'

/** What `src/index.ts` exports, in its order: a function or a value with its signature, or a type with its text. */
export type Exported = {
  readonly name: string
  readonly kind: 'value' | 'type'
  readonly section: string
  readonly file: string
  readonly code: string
  readonly doc: string
}

const folder = join(import.meta.dirname, '../../src')

type File = {
  readonly text: string
  readonly found: ReadonlyMap<string, { readonly code: string; readonly doc: string }>
}

const signatureOf = (text: string, name: string, declaration: Declaration): string => {
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end)
  if (declaration.type !== 'VariableDeclaration') return slice(declaration)
  const [{ init, id } = {}] = declaration.declarations
  if (init?.type !== 'ArrowFunctionExpression') return `const ${id === undefined ? name : slice(id)}`
  const types = init.typeParameters ? slice(init.typeParameters) : ''
  const gives = init.returnType ? slice(init.returnType) : ''
  return `${name}${types}(${init.params.map((param) => parameterOf(param, slice)).join(', ')})${gives}`
}

/** A parameter as a declaration has it; what it is when it is left out stays as a remark. */
const parameterOf = (param: ParamPattern, slice: (of: { start: number; end: number }) => string): string => {
  if (param.type !== 'AssignmentPattern' && param.type !== 'ObjectPattern') return slice(param)
  const left = param.type === 'AssignmentPattern' ? param.left : param
  const annotation = 'typeAnnotation' in left && left.typeAnnotation ? slice(left.typeAnnotation) : null
  const name = left.type === 'Identifier' ? left.name : nameFor(annotation ?? '')
  if (param.type !== 'AssignmentPattern') return `${name}${annotation ?? ''}`
  const value = slice(param.right)
  const type = annotation ?? (value.startsWith("'") ? ': string' : ': number')
  return `${name}?${type}${value === '{}' || value.length > 16 ? '' : ` /* ${value} without it */`}`
}

/** What is taken apart has no name: the last word of its type says what it is. */
const nameFor = (type: string): string =>
  (/^:\s*(?:(?:Pick|Omit)<)?(?:\w*?)([A-Z][a-z]+)(?![\w])/u.exec(type)?.[1] ?? 'options').toLowerCase()

const readDeclarations = (path: string): File => {
  const text = readFileSync(path, 'utf8')
  const { program, comments } = parseSync(path, text)
  const found = new Map<string, { code: string; doc: string }>()
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration === null) continue
    const { declaration } = node
    const id = declaration.type === 'VariableDeclaration' ? declaration.declarations[0]?.id : declaration.id
    if (id?.type !== 'Identifier') continue
    const before = comments.find(({ end }) => end < node.start && text.slice(end, node.start).trim() === '')
    const isDoc = before?.type === 'Block' && before.value.startsWith('*')
    found.set(id.name, {
      code: signatureOf(text, id.name, declaration),
      doc: isDoc ? before.value.replaceAll(/^\s*\*+ ?/gmu, '').trim() : '',
    })
  }
  return { text, found }
}

/** Reads the face of the package and the declarations behind it. */
export const readExports = (): Exported[] => {
  const path = join(folder, 'index.ts')
  const text = readFileSync(path, 'utf8')
  const { program, comments } = parseSync(path, text)
  const files = new Map<string, File>()
  return program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || node.source === null) return []
    const file = node.source.value
    const read = files.get(file) ?? readDeclarations(join(dirname(path), file))
    files.set(file, read)
    const section = comments.findLast(({ type, end }) => type === 'Line' && end < node.start)?.value.trim() ?? 'Errors'
    return node.specifiers.map((specifier): Exported => {
      const name = specifier.exported.type === 'Literal' ? specifier.exported.value : specifier.exported.name
      const own = read.found.get(name)
      if (own === undefined) throw new Error(`${name} is not declared in ${file}.`)
      const isType = node.exportKind === 'type' || specifier.exportKind === 'type'
      return { name, kind: isType ? 'type' : 'value', section, file, ...own }
    })
  })
}
