import { Visitor, type Node } from 'oxc-parser'
import { readSource } from './source.ts'

/** Every text that a file of texts holds, with its line; what a template fills in stands as "…". */
export const stringsIn = (root: string, path: string): { line: number; text: string }[] => {
  const source = readSource(root, path)
  const found: { line: number; text: string }[] = []
  const keep = (node: Node, text: string): void => {
    found.push({ line: source.lineAt(node.start), text })
  }
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string' && !source.imports.some(({ from }) => from === node.value))
        keep(node, node.value)
    },
    TemplateLiteral: (node) => keep(node, node.quasis.map(({ value }) => value.cooked ?? '').join('…')),
  }).visit(source.program)
  return found
}
