/** A piece of the page that is read in one breath, in one language. */
export type Part = { element: Element; lang: string; text: string }

const whole =
  'h1,h2,h3,h4,h5,h6,p,li,dt,dd,td,th,caption,legend,label,summary,figcaption,pre,blockquote,button,option,address'
const skipped = 'script,style,svg,textarea,[aria-hidden="true"],[hidden],.vh,[data-aloud]'

/** What can be seen of a page, in the order in which it stands. */
export const partsOf = (root: Element): Part[] => {
  const parts: Part[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let before: Element | null = null
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    const text = (node.textContent ?? '').replaceAll(/\s+/g, ' ')
    if (parent === null || text.trim() === '' || !isShown(parent)) continue
    const element = parent.closest(whole) ?? parent
    const lang = parent.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang
    const last = parts.at(-1)
    if (last !== undefined && last.element === element && last.lang === lang)
      last.text += before !== null && isApart(before, parent, element) ? `, ${text.trim()}` : text
    else parts.push({ element, lang, text: text.trimStart() })
    before = parent
  }
  return parts.map((part) => ({ ...part, text: part.text.trim() })).filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

const isShown = (element: Element): boolean => {
  if (element.closest(skipped) !== null) return false
  // Of a list of choices only the chosen one shows.
  if (element instanceof HTMLOptionElement) return element.selected
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible'
}

/** Whether two texts of one part stand in boxes of their own, such as the time and the name of a lesson. */
const isApart = (one: Element, other: Element, within: Element): boolean =>
  one !== other && (isBox(one, within) || isBox(other, within))

const isBox = (element: Element, within: Element): boolean => {
  for (let at: Element | null = element; at !== null && at !== within; at = at.parentElement)
    if (!getComputedStyle(at).display.startsWith('inline')) return true
  return false
}
