import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Results of R with their data stand beside the project, not in it; see README.md there.
const folder = join(import.meta.dirname, '../../../../shared/oracles')

export const hasOracles = existsSync(folder)
if (!hasOracles)
  process.stdout.write('../shared/oracles is not there: only the fixtures of the package are compared.\n')

export const oracleText = (file: string): string => readFileSync(join(folder, file), 'utf8')

/** A CSV by column; quotes as R writes them. */
export const oracleTable = (file: string): { n: number; names: readonly string[]; of: (name: string) => string[] } => {
  const [head = [], ...rows] = oracleText(file).trim().split(/\r?\n/u).map(fieldsOf)
  const of = (name: string): string[] => {
    const at = head.indexOf(name)
    if (at === -1) throw new Error(`There is no column ${name} in ${file}.`)
    return rows.map((row) => row[at] ?? '')
  }
  return { n: rows.length, names: head, of }
}

const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/gu)].map(([, quoted, plain]) => (quoted ?? plain ?? '').trim())
