import type { FC } from 'hono/jsx'
import { dayInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import type { Lang } from '#ui/layout/frame.ts'
import { Fold } from '#ui/part/fold.tsx'
import { paths } from '../paths.ts'
import { isLive, usualWeeks, type SightRequest } from '../request.ts'
import { texts } from '../texts.ts'
import type { GuardianPageProps, OfChild } from './guardian-page.tsx'

type AskCardProps = Pick<GuardianPageProps, 'frame' | 'wrong' | 'once'> & { one: OfChild }

/** Asking to see more of a child for a while, and how that stands. */
export const AskCard: FC<AskCardProps> = ({ frame, wrong, once, one }) => {
  const { more: words } = texts(frame.lang)
  const { child, request, mayAsk } = one
  const mine = wrong?.child === child.id && (wrong.errors['weeks'] ?? wrong.errors['reason']) ? wrong : undefined
  return (
    <div class="stack-s">
      {request && (
        <>
          <h3>{words.title}</h3>
          <p>{stateOf(frame.lang, request)}</p>
          {isLive(request) && (
            <Form frame={frame} action={paths.withdraw(request.id)} labelledby={`zicht-${child.id}-kop`}>
              <Button look="plain" about={child.name}>
                {request.state === 'open' ? words.withdraw : words.stop}
              </Button>
            </Form>
          )}
        </>
      )}
      {mayAsk && (
        <Fold title={words.title} open={mine !== undefined}>
          <p>{words.line}</p>
          <Form frame={frame} action={paths.requests} once={once} class="stack" labelledby={`zicht-${child.id}-kop`}>
            <input type="hidden" name="kind" value={child.id} />
            <Choice
              name="weeks"
              id={`weeks-${child.id}`}
              label={words.weeks}
              error={mine?.errors['weeks']}
              value={mine?.values['weeks']}
              row
              options={usualWeeks.map((weeks) => ({ value: String(weeks), label: words.inWeeks(weeks) }))}
            />
            <TextArea
              name="reason"
              id={`reason-${child.id}`}
              label={words.reason}
              hint={words.reasonHint}
              error={mine?.errors['reason']}
              value={mine?.values['reason']}
            />
            <p class="muted">{words.quiet}</p>
            <p>
              <Button about={child.name}>{words.submit}</Button>
            </p>
          </Form>
        </Fold>
      )}
    </div>
  )
}

const stateOf = (lang: Lang, { state, until, againFrom }: SightRequest): string =>
  texts(lang).more.asked[state](
    until === null ? '' : dayInWords(lang, until),
    againFrom === null ? '' : dayInWords(lang, againFrom),
  )
