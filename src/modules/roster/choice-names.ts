/** What is typed on a preview; names of missing people and proposals carry an id or a line behind them. */
export const choiceNames = {
  missing: 'weg',
  leaver: (id: string): string => `weg-${id}`,
  endOn: 'dag',
  allowLeavers: 'klopt',
  proposal: (kind: 'pupils' | 'staff', line: number): string => `zelfde-${kind}-${line}`,
  shown: 'proef',
}
