import type { FC } from 'hono/jsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Facts } from '#ui/part/facts.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { paths } from '../paths.ts'
import type { DayOff, SchoolYear } from '../queries.ts'
import type { Holiday, School, SchoolChoice } from '../school.ts'
import { texts } from '../texts.ts'
import type { Texts } from '../texts.nl.ts'
import { DaysOff } from './days-off.tsx'
import { HolidayList } from './holiday-list.tsx'
import { RegionCard } from './region-card.tsx'

export type SchoolSaid = 'regio' | 'erbij' | 'weg' | 'vakantie'

export interface SchoolPageProps {
  frame: Frame
  school: School
  schools: readonly SchoolChoice[]
  year: SchoolYear | null
  daysOff: readonly DayOff[]
  holidays: readonly Holiday[]
  /** May add and remove days off. */
  keeps: boolean
  /** May say on which days the school keeps a holiday. */
  keepsCalendar: boolean
  /** May choose the region. */
  setsUp: boolean
  errors?: FieldErrors | undefined
  values?: Readonly<Record<string, string>> | undefined
  said?: SchoolSaid | undefined
}

export const SchoolPage: FC<SchoolPageProps> = (props) => {
  const { frame, school, schools, year, holidays, said } = props
  const words = texts(frame.lang)
  const { errors = {}, values = {} } = props
  const wrong = Object.keys(errors).length > 0
  return (
    <DeskFrame frame={frame} title={words.title} wrong={wrong}>
      <ErrorSummary errors={errors} />
      {said && !wrong && <Note>{saidWords(words, said)}</Note>}
      <PageHead
        title={<Name>{school.name}</Name>}
        line={school.stages.map((stage) => words.stages[stage]).join(', ')}
      />
      <LinkSwitch
        label={words.choose}
        items={schools.map(({ id, name }) => ({ href: paths.ofSchool(id), label: name, current: id === school.id }))}
      />
      <Card id="gegevens" title={words.facts.title}>
        <Facts
          items={[
            { term: words.facts.key, value: <code>{school.key}</code> },
            { term: words.facts.brin, value: school.brin ?? words.facts.noBrin },
            { term: words.facts.year, value: year?.label ?? words.facts.noYear },
            ...(props.setsUp ? [] : [{ term: words.region.title, value: words.region[school.region] }]),
          ]}
        />
      </Card>
      <DaysOff
        frame={frame}
        school={school.id}
        daysOff={props.daysOff}
        keeps={props.keeps}
        errors={errors}
        values={values}
      />
      <Card id="vakanties" title={words.holidays.title}>
        {holidays.length === 0 ? (
          <p class="muted">{words.holidays.none}</p>
        ) : (
          <HolidayList lang={frame.lang} school={school.id} holidays={holidays} keeps={props.keepsCalendar} />
        )}
      </Card>
      {props.setsUp && <RegionCard frame={frame} school={school.id} region={school.region} error={errors.region} />}
    </DeskFrame>
  )
}

const saidWords = (words: Texts, said: SchoolSaid): string =>
  ({
    vakantie: words.ownHoliday.said,
    regio: words.region.said,
    erbij: words.daysOff.saidAdded,
    weg: words.daysOff.saidRemoved,
  })[said]
