import type { FC } from 'hono/jsx'
import { daysInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'
import { Tag } from '#ui/part/tag.tsx'
import { paths } from '../paths.ts'
import { holidayKey, type Holiday } from '../school.ts'
import { texts } from '../texts.ts'

export interface HolidayListProps {
  lang: Lang
  school: string
  holidays: readonly Holiday[]
  /** May say on which days the school keeps them. */
  keeps: boolean
}

/** The holidays as the school keeps them, each with how it stands to the national days. */
export const HolidayList: FC<HolidayListProps> = ({ lang, school, holidays, keeps }) => {
  const words = texts(lang).holidays
  return (
    <ul class="lines">
      {holidays.map((holiday) => (
        <li class="row spread">
          <span>
            <strong>{words[holiday.kind]}</strong> {tagOf(lang, holiday)}
            <br />
            <small class="muted">{lineOf(lang, holiday)}</small>
          </span>
          {keeps && (
            <a class="link-row no-print" href={paths.holiday(school, holidayKey(holiday))}>
              {words.change}
              <span class="vh"> {words[holiday.kind]}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

const tagOf = (lang: Lang, holiday: Holiday) => {
  const words = texts(lang).holidays
  if (holiday.as === 'moved') return <Tag tone="notice">{words.moved}</Tag>
  if (holiday.as === 'none') return <Tag tone="notice">{words.dropped}</Tag>
  return holiday.standing === 'advice' ? <Tag>{words.advice}</Tag> : null
}

const lineOf = (lang: Lang, { as, days, national }: Holiday): string => {
  const nationally = daysInWords(lang, national.startsOn, national.endsOn)
  if (as === 'national' || days === null)
    return as === 'none' ? texts(lang).holidays.nationally(nationally) : nationally
  return `${daysInWords(lang, days.startsOn, days.endsOn)}. ${texts(lang).holidays.nationally(nationally)}`
}
