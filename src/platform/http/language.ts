import { routePath } from 'hono/route'
import { houseLang, isComplete, type Lang, type Speaks, type SpeaksOn } from '#platform/i18n/lang.ts'
import type { AppContext } from './app-env.ts'

/** Which languages the pages of each route are written in, by the route as it is written. Outside modules: all. */
export const spokenBy = (
  modules: readonly { routes: { routes: readonly { path: string }[] }; speaks?: SpeaksOn }[],
): ((route: string) => Speaks) => {
  const byRoute = new Map(
    modules.flatMap(({ routes, speaks = isComplete }) =>
      routes.routes.map(({ path }) => [path, (lang: Lang) => speaks(lang, path)] as const),
    ),
  )
  return (route) => byRoute.get(route) ?? (() => true)
}

/** Sets the language of the reader, and that of the page: Dutch, whole, where the module does not speak the reader's. */
export const settleLanguage = (c: AppContext, reader: Lang): void => {
  c.set('reader', reader)
  c.set('lang', c.get('spokenOn')(routePath(c))(reader) ? reader : houseLang)
}

/** What no module speaks of, such as an error, is said in the language of the reader. */
export const speakToReader = (c: AppContext): void => c.set('lang', c.get('reader'))
