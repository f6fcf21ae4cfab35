import type { FC } from 'hono/jsx'
import type { CounterHelp } from '#modules/accounts/index.ts'
import { dateInWords, dayInWords } from '#ui/date.ts'
import { ButtonLink } from '#ui/form/button.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Facts } from '#ui/part/facts.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { fullName } from '#ui/person-name.ts'
import type { FunctionLine } from '../function-queries.ts'
import type { GuardianLine } from '../guardian-queries.ts'
import { paths } from '../paths.ts'
import type { Contact } from '../person.ts'
import type { PupilFile } from '../pupil-queries.ts'
import { texts } from '../texts.ts'
import { ContactCard } from './contact-card.tsx'
import { FunctionsCard } from './functions-card.tsx'
import { HelpCard } from './help-card.tsx'
import { GuardiansCard } from './guardians-card.tsx'
import { RightsCard } from './rights-card.tsx'

export type PupilSaid = 'ouder' | 'einde' | 'uitschrijving' | 'contact'

export interface PupilPageProps {
  frame: Frame
  pupil: PupilFile
  guardians: readonly GuardianLine[]
  /** For who keeps the people of the school. */
  kept: { contact: Contact; functions: readonly FunctionLine[]; help: CounterHelp } | null
  reader: 'guardian' | 'staff' | 'pupil'
  said?: PupilSaid | undefined
}

export const PupilPage: FC<PupilPageProps> = ({ frame, pupil, guardians, kept, reader, said }) => {
  const words = texts(frame.lang)
  const name = fullName(pupil)
  const staff = reader === 'staff'
  const adult = pupil.age !== null && pupil.age >= 18
  return (
    <OwnFrame frame={frame} title={name}>
      <State frame={frame} pupil={pupil} said={said} />
      <PageHead
        title={<Name>{name}</Name>}
        crumbs={[
          staff
            ? { label: words.pupils.title, href: paths.pupils }
            : { label: words.pupil.home, href: frame.links.home },
          { label: name },
        ]}
        deeds={
          kept && (
            <ButtonLink look="plain" href={paths.leaving(pupil.id)}>
              {pupil.lastDay === null ? words.pupil.leave : words.pupil.leaveAgain}
            </ButtonLink>
          )
        }
      />
      <FactsCard frame={frame} pupil={pupil} linked={staff} />
      {staff && (
        <GuardiansCard frame={frame} pupil={pupil.id} guardians={guardians} adult={adult} keeps={kept !== null} />
      )}
      {reader === 'guardian' && <OwnRelation frame={frame} guardians={guardians} />}
      {reader === 'guardian' && (
        <RightsCard frame={frame} name={pupil.firstName ?? name} birthDate={pupil.birthDate} age={pupil.age} />
      )}
      {kept && <ContactCard person={pupil.id} contact={kept.contact} title={words.pupil.contact} />}
      {kept && <FunctionsCard frame={frame} person={pupil.id} functions={kept.functions} />}
      {kept && (
        <Card id="account" title={words.account.title}>
          <p>
            <a href={paths.pupilLetter(pupil.id)}>{words.account.pupilLetter}</a>
          </p>
        </Card>
      )}
      {kept && <HelpCard frame={frame} person={pupil.id} help={kept.help} />}
    </OwnFrame>
  )
}

const State: FC<Pick<PupilPageProps, 'frame' | 'pupil' | 'said'>> = ({ frame, pupil, said }) => {
  const words = texts(frame.lang).pupil
  const day = pupil.lastDay === null ? '' : dayInWords(frame.lang, pupil.lastDay, { year: true })
  if (said === 'ouder') return <Note>{words.saidAdded}</Note>
  if (said === 'einde') return <Note>{words.saidEnded}</Note>
  if (said === 'contact') return <Note>{words.saidContact}</Note>
  if (pupil.hasLeft) return <Note tone="notice">{words.hasLeft(day)}</Note>
  if (day !== '') return <Note tone="hold">{words.leaves(day)}</Note>
  return null
}

const FactsCard: FC<{ frame: Frame; pupil: PupilFile; linked: boolean }> = ({ frame, pupil, linked }) => {
  const { pupil: words, year } = texts(frame.lang)
  const unknown = <span class="muted">{words.unknown}</span>
  const groups = pupil.groups.map(({ id, name }, at) => (
    <>
      {at > 0 && ', '}
      {linked ? <a href={paths.group(id)}>{name}</a> : name}
    </>
  ))
  return (
    <Card id="gegevens" title={words.facts}>
      <Facts
        items={[
          { term: words.born, value: pupil.birthDate === null ? unknown : dateInWords(frame.lang, pupil.birthDate) },
          { term: words.groups, value: groups.length === 0 ? <span class="muted">{words.noGroups}</span> : groups },
          { term: words.year, value: pupil.yearGroup === null ? unknown : year(pupil.yearGroup) },
          { term: words.school, value: <Name>{pupil.schoolName}</Name> },
          ...(pupil.enteredOn === null
            ? []
            : [{ term: words.entered, value: dateInWords(frame.lang, pupil.enteredOn) }]),
        ]}
      />
    </Card>
  )
}

const OwnRelation: FC<{ frame: Frame; guardians: readonly GuardianLine[] }> = ({ frame, guardians }) => {
  const { pupil: words, relation } = texts(frame.lang)
  return (
    <Card id="jij" title={words.you}>
      <div class="stack-s">
        <Facts items={guardians.map((line) => ({ term: words.youAre, value: relation[line.relation] }))} />
        <p class="small muted">{words.wrong}</p>
      </div>
    </Card>
  )
}
