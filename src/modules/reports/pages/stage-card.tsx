import type { FC } from 'hono/jsx'
import { clockInWords, dayInWords, daysInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { listInWords } from '#ui/list.ts'
import { Name } from '#ui/part/name.tsx'
import { Card } from '#ui/part/section.tsx'
import { Tag } from '#ui/part/tag.tsx'
import { paths } from '../paths.ts'
import { isPrimary, nextOf, type Period, type Rule } from '../period.ts'
import { texts } from '../texts.ts'

/** What the page tells of one stage. */
export type StageView = {
  school: string
  stage: string
  /** Where the reader stands at more than one school. */
  schoolName: string | null
  /** Of a guardian with several children, those in this stage. */
  children: readonly string[]
  periods: readonly Period[]
  rule: Rule
  /** May add, change and remove. */
  keeps: boolean
}

/** The periods of a stage, and what holds for its report. */
export const StageCard: FC<{ frame: Frame; view: StageView }> = ({ frame, view }) => {
  const { lang } = frame
  const words = texts(lang)
  const { school, stage, periods, rule, keeps, children, schoolName } = view
  const name = words.stages[stage] ?? stage
  const next = nextOf(periods)
  return (
    <Card id={`afdeling-${stage}-${school.slice(0, 8)}`} title={name}>
      <div class="stack">
        {(schoolName !== null || children.length > 0) && (
          <p class="muted">
            {schoolName !== null && <Name>{schoolName}</Name>}
            {schoolName !== null && children.length > 0 && <br />}
            {children.length > 0 && <Name>{words.of(listInWords(lang, children))}</Name>}
          </p>
        )}
        {next === null ? (
          <p>{keeps ? words.noNextKeep : words.noNext}</p>
        ) : (
          <p>
            <strong>{words.next(dayInWords(lang, next.reportOn), clockInWords(lang, next.reportAt))}</strong>
          </p>
        )}
        {periods.length === 0 ? (
          <p class="muted">{words.none}</p>
        ) : (
          <ul class="lines lines-deeds">
            {periods.map((period) => (
              <Line frame={frame} period={period} keeps={keeps} />
            ))}
          </ul>
        )}
        <div class="stack-s">
          <p class="muted">{words.rule.guide(rule.guideWeeks)}</p>
          {!isPrimary(stage) && <p class="muted">{words.rule.rounded[rule.rounding]}</p>}
          {keeps && (
            <p class="no-print">
              <a class="link-row" href={paths.rule(school, stage)}>
                {isPrimary(stage) ? words.rule.linkWeeks : words.rule.link}
                <span class="vh">: {name}</span>
              </a>
            </p>
          )}
        </div>
      </div>
    </Card>
  )
}

const Line: FC<{ frame: Frame; period: Period; keeps: boolean }> = ({ frame, period, keeps }) => {
  const { lang } = frame
  const words = texts(lang)
  const { id, name, startsOn, endsOn, reportOn, reportAt, isReported } = period
  return (
    <li class="row spread">
      <span>
        <strong>
          <Name>{name}</Name>
        </strong>{' '}
        {isReported && <Tag>{words.reported}</Tag>}
        <br />
        {words.report(dayInWords(lang, reportOn, { year: true }), clockInWords(lang, reportAt))}
        <br />
        <small class="muted">{daysInWords(lang, startsOn, endsOn)}</small>
      </span>
      {keeps && (
        <span class="row no-print">
          <a class="link-row" href={paths.period(id)}>
            {words.change}
            <span class="vh"> {words.about(name)}</span>
          </a>
          {!isReported && (
            <Form frame={frame} action={paths.periodEnd(id)}>
              <Button look="plain" about={words.about(name)}>
                {words.remove}
              </Button>
            </Form>
          )}
        </span>
      )}
    </li>
  )
}
