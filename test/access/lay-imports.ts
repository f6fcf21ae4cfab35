import type { Laying } from './cast-names.ts'

const longAgo = '2021-01-01'

/** Files of people: read and not applied, applied, and taken back. */
export const layImports = async ({ s, id, put }: Laying): Promise<void> => {
  for (const name of ['office', 'administrator']) {
    const content = {
      format: 'pupils',
      file_name: 'x.csv',
      person_id: id(name),
      content: Buffer.from('x'),
      fingerprint: 'x',
    }
    await put('roster_preview', { school_id: s, id: id(`preview ${name}`), ...content })
    await put('roster_preview', { school_id: s, id: id(`old preview ${name}`), ...content, read_at: longAgo })
  }
  for (const name of ['import', 'second import']) {
    await put('roster_import', {
      school_id: s,
      id: id(name),
      format: 'pupils',
      file_name: 'x.csv',
      role: 'operator',
      counts: '{}',
    })
  }
  for (const [part, written_at] of [
    [1, '2026-11-01'],
    [2, longAgo],
  ] as const) {
    await put('roster_undo', { school_id: s, import_id: id('import'), part, written_at, content: '{}' })
  }
  await put('roster_reversal', { school_id: s, import_id: id('import'), role: 'operator', kept: [] })
}
