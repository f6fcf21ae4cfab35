import type { FC } from 'hono/jsx'
import type { Lang } from '../layout/frame.ts'
import { useLang } from '../layout/language.ts'

// First strong isolate and pop directional isolate (Unicode Standard Annex 9): what stands between keeps its own direction.
const open = '\u2068'
const close = '\u2069'

/** A word of the school, such as the name of a lesson, on its way into a sentence of another language. */
export const quoted = (lang: Lang, word: string): string =>
  lang === 'nl' || lang === 'en' || word === '' ? word : `${open}${word}${close}`

/** Writes a sentence; what was quoted in it stays Dutch, and apart. */
export const Said: FC<{ children: string }> = ({ children }) => {
  const lang = useLang()
  if (lang === 'nl' || !children.includes(open)) return <>{children}</>
  return (
    <>
      {children.split(open).map((piece, at) => {
        const [word = '', ...rest] = at === 0 ? ['', piece] : piece.split(close)
        return (
          <>
            {word !== '' && <bdi lang="nl">{word}</bdi>}
            {rest.join('')}
          </>
        )
      })}
    </>
  )
}

/** The attributes of a word of the school that stands by itself. */
export const useSchoolWord = (): { lang?: Lang; dir: 'auto' } =>
  useLang() === 'nl' || useLang() === 'en' ? { dir: 'auto' } : { lang: 'nl', dir: 'auto' }
