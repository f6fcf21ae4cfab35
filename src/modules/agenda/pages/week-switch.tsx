import type { FC } from 'hono/jsx'
import type { Lang } from '#ui/layout/frame.ts'
import { Icon } from '#ui/part/icon.tsx'
import { mondayOf, nextWeek, previousWeek, weekKey } from '../iso-week.ts'
import { paths, type Chosen } from '../paths.ts'
import { texts } from '../texts.ts'
import type { Week } from '../week.ts'

/** Back, forth, and to the week of today. */
export const WeekSwitch: FC<{ lang: Lang; week: Week; chosen: Chosen }> = ({ lang, week, chosen }) => {
  const words = texts(lang)
  const isNow = mondayOf(week.today) === week.monday
  return (
    <nav aria-label={words.weeks} class="no-print">
      <ul class="row week-switch">
        <li>
          <a class="btn btn-plain" rel="prev" href={paths.week(weekKey(previousWeek(week.monday)), chosen)}>
            <span class="icon-back">
              <Icon name="arrow" />
            </span>
            {words.previous}
          </a>
        </li>
        {!isNow && (
          <li>
            <a class="btn btn-plain" href={paths.week(null, chosen)}>
              {words.now}
            </a>
          </li>
        )}
        <li>
          <a class="btn btn-plain" rel="next" href={paths.week(weekKey(nextWeek(week.monday)), chosen)}>
            {words.next}
            <Icon name="arrow" />
          </a>
        </li>
      </ul>
    </nav>
  )
}
