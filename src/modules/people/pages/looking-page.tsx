import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { PhoneFrame } from '#ui/layout/phone-frame.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { Tag } from '#ui/part/tag.tsx'
import { fullName } from '#ui/person-name.ts'
import { dayReached } from '../ages.ts'
import { paths } from '../paths.ts'
import type { PersonName } from '../person.ts'
import type { Relation } from '../tables.ts'
import { texts } from '../texts.ts'

export type LookingLine = PersonName & { id: string; relation: Relation; open: boolean }

export interface LookingPageProps {
  frame: Frame
  age: number | null
  birthDate: string | null
  guardians: readonly LookingLine[]
  /** This session may decide: one that was begun with a letter may not. */
  decides: boolean
  said?: 'open' | 'dicht' | undefined
}

/** Who looks along with a pupil, and from when the pupil decides about it. */
export const LookingPage: FC<LookingPageProps> = ({ frame, age, birthDate, guardians, decides, said }) => {
  const words = texts(frame.lang).looking
  const adult = age !== null && age >= 18
  return (
    <PhoneFrame frame={frame} title={words.title}>
      <div class="prose stack-l">
        {said && <Note>{said === 'open' ? words.saidOpened : words.saidClosed}</Note>}
        <PageHead title={words.title} line={lineOf(frame, age, birthDate)} />
        {adult && (
          <Card id="ouders" title={words.nav}>
            <div class="stack">
              <p>{words.sees}</p>
              {guardians.length === 0 ? (
                <p class="muted">{words.none}</p>
              ) : (
                <>
                  <ul class="lines">
                    {guardians.map((line) => (
                      <Line frame={frame} line={line} decides={decides} />
                    ))}
                  </ul>
                  <p class="small muted">{words.other}</p>
                </>
              )}
            </div>
          </Card>
        )}
      </div>
    </PhoneFrame>
  )
}

const lineOf = (frame: Frame, age: number | null, born: string | null): string => {
  const words = texts(frame.lang).looking
  if (age === null || born === null) return words.child
  const on = (years: number) => dateInWords(frame.lang, dayReached(born, years))
  if (age >= 18) return words.adult
  return age >= 16 ? words.sixteen(on(18)) : words.childUntil(on(16), on(18))
}

const Line: FC<{ frame: Frame; line: LookingLine; decides: boolean }> = ({ frame, line, decides }) => {
  const { looking: words, relation } = texts(frame.lang)
  const name = fullName(line)
  return (
    <li class="row spread">
      <span>
        <strong>
          <Name>{name}</Name>
        </strong>
        {`, ${relation[line.relation]}`}
        <br />
        <Tag tone={line.open ? 'done' : undefined}>{line.open ? words.open : words.shut}</Tag>
      </span>
      {decides && (
        <Form frame={frame} action={line.open ? paths.stopLook(line.id) : paths.letLook(line.id)}>
          <Button about={name}>{line.open ? words.stop : words.let}</Button>
        </Form>
      )}
    </li>
  )
}
