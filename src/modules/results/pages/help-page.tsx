import type { FC } from 'hono/jsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

/** How a pupil can tell it at home. */
export const HelpPage: FC<{ frame: Frame; id: string }> = ({ frame, id }) => {
  const words = texts(frame.lang)
  return (
    <OwnFrame frame={frame} title={words.help.title}>
      <PageHead
        crumbs={[{ label: words.own.title, href: paths.results }, { label: words.help.title }]}
        title={words.help.title}
        line={words.help.line}
      />
      <ol class="numbered card stack">
        {words.help.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>{words.help.mentor}</p>
      <p>
        <ButtonLink href={paths.result(id)}>{words.help.back}</ButtonLink>
      </p>
    </OwnFrame>
  )
}
