import type { Environment } from './setting.ts'

interface Known {
  readonly name: string
  readonly secret: boolean
}

/** One sentence for each variable that looks like a setting but is none. Its value is never shown. */
export function misspeltSettings(env: Environment, settings: readonly Known[]): readonly string[] {
  const names = settings.flatMap((one) => (one.secret ? [one.name, `${one.name}_FILE`] : [one.name]))
  const plainFiles = new Map(settings.filter((one) => !one.secret).map((one) => [`${one.name}_FILE`, one.name]))
  return Object.keys(env)
    .filter((name) => env[name] !== undefined && !names.includes(name))
    .toSorted()
    .flatMap((name) => {
      const plain = plainFiles.get(name)
      if (plain !== undefined) return [`${name} is ignored: only secrets are read from files, so set ${plain} itself.`]
      const bare = name.toUpperCase().replace(/^SAMENSPRAAK_/, '')
      const meant = names.filter((known) => distance(bare, known) <= allowed(known)).toSorted(byDistance(bare))[0]
      if (meant !== undefined) return [`${name} is not a setting and is ignored; did you mean ${meant}?`]
      return /^samenspraak_/i.test(name) ? [`${name} is not a setting and is ignored.`] : []
    })
}

const byDistance = (name: string) => (a: string, b: string) => distance(name, a) - distance(name, b)

// Short names have many honest neighbours in an environment (HOME beside HOST), long ones have none.
const allowed = (known: string): number => (known.length <= 5 ? 1 : 2)

/** Edits between two words: a letter added, dropped, replaced, or two neighbours swapped (optimal string alignment). */
export function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(rows, i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(rows, i - 2, j - 2) + 1 : Infinity
      row.push(Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? Infinity) + 1, replaced, swapped))
    }
    rows.push(row)
  }
  return at(rows, a.length, b.length)
}

const at = (rows: readonly (readonly number[])[], i: number, j: number): number => rows[i]?.[j] ?? Infinity
