import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import type { Frame } from '#ui/layout/frame.ts'
import { Card } from '#ui/part/section.tsx'
import type { FunctionLine } from '../function-queries.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

/** What somebody is for the school without working there, with the way to give more. */
export const FunctionsCard: FC<{ frame: Frame; person: string; functions: readonly FunctionLine[] }> = ({
  frame,
  person,
  functions,
}) => {
  const { functions: words, personRoles, role, pupil } = texts(frame.lang)
  return (
    <Card
      id="functies"
      title={words.title}
      deed={
        <a class="no-print" href={paths.functionsOf(person)}>
          {words.give}
        </a>
      }
    >
      {functions.length === 0 ? (
        <p class="muted">{words.noneOf}</p>
      ) : (
        <ul class="lines">
          {functions.map((line) => (
            <li>
              <strong>{[personRoles[line.role].name, line.groupName].filter((part) => part).join(', ')}</strong>
              <br />
              <small class="muted">
                {role.since(dateInWords(frame.lang, line.startedOn))}
                {line.lastDay !== null && `, ${pupil.until(dateInWords(frame.lang, line.lastDay))}`}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
