import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { Check } from '#ui/form/choice.tsx'
import { FieldWords } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Name } from '#ui/part/name.tsx'
import { Card } from '#ui/part/section.tsx'
import type { State } from '../agreement.ts'
import { paths } from '../paths.ts'
import { isMeeting } from '../scope.ts'
import { texts } from '../texts.ts'
import type { AgreementPageProps } from './agreement-page.tsx'
import { NotedLine } from './noted-line.tsx'

/** The reader's own yes to what is offered to a class or a family. */
export const YesPart: FC<AgreementPageProps> = ({ frame, agreement, standing }) => {
  const words = texts(frame.lang).meeting
  if (standing.yes === null) return null
  return (
    <Card id="jouw-ja" title={words.question}>
      {standing.yes === 'asked' ? (
        <Form frame={frame} action={paths.yes(agreement.id)} class="stack">
          <p class="muted">{words.noHarm}</p>
          <p>
            <Button look="main">{words.yes}</Button>
          </p>
        </Form>
      ) : standing.yes.notedBy === null ? (
        <p>{words.saidYes}</p>
      ) : (
        <NotedLine
          frame={frame}
          what="yes"
          on={standing.yes.on}
          by={standing.yes.notedBy}
          action={paths.denyYes(agreement.id)}
        />
      )}
    </Card>
  )
}

/** The one page of a meeting: shown, read aloud, and who said yes without a phone written down. */
export const MeetingPart: FC<AgreementPageProps & { state: State }> = ({
  frame,
  agreement,
  standing,
  state,
  wrong,
}) => {
  const words = texts(frame.lang).meeting
  const { level } = agreement.scope
  if (state === 'withdrawn') return null
  if (!standing.drafts || !isMeeting(agreement.scope) || agreement.startsOn !== null) return null
  if (state === 'draft')
    return (
      <Card id="samen" title={words.title}>
        <p>{words.line}</p>
        <Form frame={frame} action={paths.offer(agreement.id)} class="stack">
          <p class="muted">{words.offerLine}</p>
          <p>
            <Button look="main">{level === 'class' ? words.offer : words.offerPupil}</Button>
          </p>
        </Form>
      </Card>
    )
  const said = standing.concerned.filter(({ how }) => how !== null)
  const waiting = standing.concerned.filter(({ how }) => how === null)
  const error = wrong?.form === 'yes-for' ? wrong.errors['people'] : undefined
  return (
    <Card id="samen" title={words.title}>
      <div class="stack">
        <p>{words.line}</p>
        <p role="status">{words.number(said.length, standing.concerned.length)}</p>
        {said.length > 0 && (
          <ul class="lines">
            {said.map(({ name, notedBy }) => (
              <li>
                <Name>{name}</Name>{' '}
                <small class="muted">
                  {notedBy === null ? (
                    words.byTap
                  ) : (
                    <>
                      {texts(frame.lang).noted.by} <Name>{notedBy}</Name>
                    </>
                  )}
                </small>
              </li>
            ))}
          </ul>
        )}
        {waiting.length > 0 && (
          <Form frame={frame} action={paths.yesFor(agreement.id)} class="stack">
            <fieldset class={error ? 'field field-wrong' : 'field'}>
              <legend>{level === 'class' ? words.forWhom : words.forWhomInTalk}</legend>
              <FieldWords id="people" hint={undefined} error={error} />
              <div class="boxes boxes-names" id="people" tabindex={-1}>
                {waiting.map(({ id, name }) => (
                  <Check name={`ja-${id}`} label={<Name>{name}</Name>} />
                ))}
              </div>
            </fieldset>
            <p>
              <Button>{words.noteYes}</Button>
            </p>
          </Form>
        )}
      </div>
    </Card>
  )
}
