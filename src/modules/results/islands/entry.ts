// Typing a column is a matter of Enter and of pasting: this moves down with Enter, and spreads a pasted column over the boxes below.
import { mount } from '#ui/island.ts'

const boxesBelow = (box: HTMLInputElement): HTMLInputElement[] => {
  const all = [...document.querySelectorAll<HTMLInputElement>('input[data-column="grade"]')]
  return all.slice(all.indexOf(box))
}

mount('input[data-column="grade"]', (element) => {
  if (!(element instanceof HTMLInputElement)) return
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const all = [...document.querySelectorAll<HTMLInputElement>('input[data-column="grade"]')]
    const next = all[all.indexOf(element) + (event.key === 'ArrowUp' ? -1 : 1)]
    if (next !== undefined) {
      next.focus()
      next.select()
    } else if (event.key === 'Enter') element.form?.querySelector<HTMLButtonElement>('button[type="submit"]')?.focus()
  })
  element.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const lines = text.replace(/[\r\n]+$/, '').split(/\r\n|\r|\n/)
    if (lines.length < 2) return
    event.preventDefault()
    const below = boxesBelow(element)
    for (const [at, line] of lines.entries()) {
      const box = below[at]
      // Of several columns the last holds the grade.
      if (box !== undefined) box.value = (line.split('\t').at(-1) ?? '').trim()
    }
    below[Math.min(lines.length, below.length) - 1]?.focus()
  })
})
