import type { ExampleGroup } from '#platform/http/app-env.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import { klimboom } from './klimboom.ts'
import { personas } from './personas.ts'
import { texts } from './texts.ts'

/** The cast as the sign-in page offers it: at home, and at school. */
export const examples = (lang: Lang): readonly ExampleGroup[] => {
  const { home, lines } = texts(lang)
  const spoken = lang === 'en' ? 'en' : 'nl'
  const cast = personas.map(({ id, login, name, home }) => ({ home, shown: { login, name, line: lines[id] } }))
  return [
    { title: home, lang: spoken, personas: cast.filter((one) => one.home).map(({ shown }) => shown) },
    { title: klimboom.name, lang: spoken, personas: cast.filter((one) => !one.home).map(({ shown }) => shown) },
  ]
}

/** What is said at start: for each role one sign-in, its columns under each other. */
export const signInLines = (lang: Lang, passwordOf: ((login: string) => string) | null): readonly string[] => {
  const words = texts(lang).signIns
  if (passwordOf === null) return [words.otherPasswords]
  const rows = personas.flatMap(({ shows, name, login }) =>
    shows === null ? [] : [[words.roles[shows], name, login, passwordOf(login)]],
  )
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const aligned = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return [words.title, ...aligned.map((line) => `  ${line.trimEnd()}`)]
}
