import type { FC } from 'hono/jsx'
import { momentInWords } from '../date.ts'
import type { Lang } from '../layout/frame.ts'

/** A moment in the Netherlands, in words and on one line. */
export const Moment: FC<{ lang: Lang; at: Date }> = ({ lang, at }) => (
  <time datetime={at.toISOString()}>{momentInWords(lang, at)}</time>
)
