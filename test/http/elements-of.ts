import type { DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const isElement = (node: Node): node is Element => 'tagName' in node

/** Every element of a page, in the order in which a browser meets them, those of templates too. */
export const elementsOf = (node: Node): Element[] => [
  ...(isElement(node) ? [node] : []),
  ...('content' in node ? elementsOf(node.content) : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
]

/** The text of a page, as a browser shows or keeps it. */
export const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join(' ') : ''
