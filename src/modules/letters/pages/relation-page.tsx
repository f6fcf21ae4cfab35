import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { Check } from '#ui/form/choice.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { fullName } from '#ui/person-name.ts'
import type { RelationLine } from '../letter.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { stateInWords } from './state-words.ts'

export interface RelationPageProps {
  frame: Frame
  line: RelationLine
  loopback: boolean
}

/** One letter, at the counter: how it stands, and a new one. */
export const RelationPage: FC<RelationPageProps> = ({ frame, line, loopback }) => {
  const { relation: words, office } = texts(frame.lang)
  const child = fullName(line.child)
  const own = line.guardianship === null
  const title = own ? words.titlePupil(child) : words.title(fullName(line.to), child)
  // A pupil who signs in with a password gets no letter: the office helps with the password.
  const may = !own || line.state !== 'account'
  return (
    <DeskFrame frame={frame} title={title}>
      <PageHead
        title={<Name>{title}</Name>}
        crumbs={[
          { label: office.title, href: paths.letters },
          ...(line.group ? [{ label: line.group.name, href: paths.group(line.group.id) }] : []),
          { label: child },
        ]}
      />
      <Card id="stand" title={words.now}>
        <p>{stateInWords(frame.lang, line)}</p>
      </Card>
      {may && (
        <Card id="nieuw" title={words.make}>
          <Form
            frame={frame}
            action={line.guardianship === null ? paths.pupil(line.pupil) : paths.relation(line.guardianship)}
            class="stack"
          >
            <p>{words.makeLine}</p>
            {line.ofAdult && <Note tone="notice">{words.ofAdult(child)}</Note>}
            {loopback && <Note tone="notice">{office.loopback}</Note>}
            {!own && <Check name="devices" label={words.devices} line={words.devicesLine} />}
            <p>
              <Button look="main">{words.button}</Button>
            </p>
          </Form>
        </Card>
      )}
      <Back frame={frame} line={line} />
    </DeskFrame>
  )
}

const Back: FC<{ frame: Frame; line: Pick<RelationLine, 'pupil' | 'child'> }> = ({ frame, line }) => (
  <p>
    <a class="link-row" href={`/leerlingen/${line.pupil}`}>
      {texts(frame.lang).relation.back(fullName(line.child))}
    </a>
  </p>
)

/** A pupil of primary school: no account, and no way to one. */
export const NoAccountPage: FC<{ frame: Frame; line: Pick<RelationLine, 'pupil' | 'child'> }> = ({ frame, line }) => {
  const words = texts(frame.lang).relation
  const title = words.titlePupil(fullName(line.child))
  return (
    <DeskFrame frame={frame} title={title}>
      <PageHead title={<Name>{title}</Name>} />
      <p class="lead">{words.noAccount}</p>
      <Back frame={frame} line={line} />
    </DeskFrame>
  )
}
