import type { FC } from 'hono/jsx'
import type { Lang } from '#ui/layout/frame.ts'
import { gradeText } from '../grade.ts'
import { texts } from '../texts.ts'

type Got = { tenths: number | null; mark: string | null }

/** What was got, as it stands on a page: '6,4' in Dutch, '6.4' elsewhere; a letter or level as it is. */
export const gradeSaid = (lang: Lang, got: Got): string =>
  lang === 'nl' ? gradeText(got) : gradeText(got).replace(',', '.')

/** An average in tenths. */
export const averageSaid = (lang: Lang, tenths: number): string => gradeSaid(lang, { tenths, mark: null })

/** A mark with what it means read after it: "V", voldoende. A level means nothing by itself. */
export const GradeMark: FC<{ lang: Lang; got: Got }> = ({ lang, got }) => {
  const meaning = got.mark === null ? undefined : texts(lang).marks[got.mark]
  return meaning === undefined ? <>{gradeSaid(lang, got)}</> : <abbr title={meaning}>{got.mark}</abbr>
}
