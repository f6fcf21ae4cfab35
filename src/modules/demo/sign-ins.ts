import type { ExampleGroup } from '#platform/http/app-env.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import type { DemoSchool, SchoolKey } from './demo-school.ts'
import { klimboom } from './klimboom.ts'
import { overkant } from './overkant/overkant.ts'
import { personas } from './personas.ts'
import { texts } from './texts.ts'
import { vuurvlieg } from './vuurvlieg/vuurvlieg.ts'

type IsReady = (school: SchoolKey) => boolean

const schools: readonly DemoSchool[] = [klimboom, overkant, vuurvlieg]

/** The cast as the sign-in page offers it: at home, at each school, and who is folded. A school that is not there yet says so. */
export const examplesOf =
  (isReady: IsReady) =>
  (lang: Lang): readonly ExampleGroup[] => {
    const { home, more, notYet, lines } = texts(lang)
    const spoken = lang === 'en' ? 'en' : 'nl'
    const shown = personas.filter(({ school }) => isReady(school))
    const groupOf = (title: string, those: typeof personas): ExampleGroup => ({
      title,
      lang: spoken,
      personas: those.map(({ id, login, name }) => ({ login, name, line: lines[id] })),
    })
    return [
      groupOf(
        home,
        shown.filter(({ place }) => place === 'home'),
      ),
      ...schools.map(({ key, name }) => ({
        ...groupOf(
          name,
          shown.filter(({ place, school }) => place === 'school' && school === key),
        ),
        ...(!isReady(key) && { note: notYet }),
      })),
      {
        ...groupOf(
          more,
          shown.filter(({ place }) => place === 'more'),
        ),
        isFolded: true,
      },
    ]
  }

/** The whole cast. */
export const examples = examplesOf(() => true)

/** What is said at start: for each role one sign-in, its columns under each other. */
export const signInLines = (
  lang: Lang,
  passwordOf: ((login: string) => string) | null,
  isReady: IsReady,
): readonly string[] => {
  const words = texts(lang).signIns
  if (passwordOf === null) return [words.otherPasswords]
  const rows = personas.flatMap(({ shows, name, login }) =>
    shows === null ? [] : [[words.roles[shows], name, login, passwordOf(login)]],
  )
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const aligned = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  const missing = schools.filter(({ key }) => !isReady(key)).map(({ name }) => name)
  return [
    words.title,
    ...aligned.map((line) => `  ${line.trimEnd()}`),
    ...(missing.length > 0 ? [words.notYet(missing)] : []),
  ]
}
