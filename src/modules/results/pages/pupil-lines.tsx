import type { FC } from 'hono/jsx'
import { spokenIn, type Lang } from '#ui/layout/frame.ts'
import { Name } from '#ui/part/name.tsx'
import { DifferenceRow, Rows } from '#ui/part/rows.tsx'
import { paths } from '../paths.ts'
import type { PupilNews } from '../pupil-news.ts'
import { texts } from '../texts.ts'
import { onMoment } from './moment-words.tsx'

/**
 * On the page of the day of a pupil: what is new, and what the pupil wanted to tell. Without the grade: somebody may look along. With the
 * test: two of one subject are told apart.
 */
export const PupilLines: FC<{ lang: Lang; news: readonly PupilNews[] }> = ({ lang, news }) => {
  if (news.length === 0) return null
  const spoken = lang === 'en' ? 'en' : 'nl'
  const words = texts(spoken).news
  return (
    <div {...spokenIn(spoken, lang)}>
      <Rows>
        {news.map((one) => (
          <DifferenceRow
            icon="progress"
            tone={one.why === 'tell' ? 'hold' : undefined}
            what={
              <a href={paths.result(one.id)}>
                <Name>{words[one.why === 'tell' ? 'tell' : 'fresh'](`${one.subject}, ${one.title}`)}</Name>
              </a>
            }
          >
            {!one.homeReads
              ? null
              : one.homeDue === null
                ? words.atReport
                : words.homeAt(onMoment(spoken, one.homeDue))}
          </DifferenceRow>
        ))}
      </Rows>
    </div>
  )
}
