/** One measured promise: how far we are from a limit or a peer of the same run. */
export type Figure = {
  name: string
  ratio: number
  target: number
  /** Whether more is better, as with pages per second, or less, as with memory. */
  wanted: 'at least' | 'at most'
  note: string
}

export const isMet = ({ ratio, target, wanted }: Figure): boolean =>
  wanted === 'at least' ? ratio >= target : ratio <= target

/** NAME RATIO TARGET met|short, and what was measured after it. */
export const line = (figure: Figure): string => {
  const sign = figure.wanted === 'at least' ? '>=' : '<='
  return `${figure.name} ${figure.ratio.toFixed(2)} ${sign}${figure.target} ${isMet(figure) ? 'met' : 'short'}  # ${figure.note}`
}
