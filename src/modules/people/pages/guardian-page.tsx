import type { FC } from 'hono/jsx'
import type { AccountState, CounterHelp } from '#modules/accounts/index.ts'
import { dayInWords } from '#ui/date.ts'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { Tag } from '#ui/part/tag.tsx'
import { fullName } from '#ui/person-name.ts'
import type { FunctionLine } from '../function-queries.ts'
import type { ChildLine, GuardianFile } from '../guardian-queries.ts'
import { paths } from '../paths.ts'
import type { Contact } from '../person.ts'
import { texts } from '../texts.ts'
import { AccountCard } from './account-card.tsx'
import { ContactCard } from './contact-card.tsx'
import { FunctionsCard } from './functions-card.tsx'
import { HelpCard } from './help-card.tsx'

export interface GuardianPageProps {
  frame: Frame
  guardian: GuardianFile
  contact: Contact
  account: AccountState
  functions: readonly FunctionLine[]
  help: CounterHelp
  said?: 'contact' | 'einde' | undefined
}

/** A guardian as the office knows one. */
export const GuardianPage: FC<GuardianPageProps> = ({ frame, guardian, contact, account, functions, help, said }) => {
  const words = texts(frame.lang)
  const name = fullName(guardian)
  return (
    <DeskFrame frame={frame} title={name}>
      {said && <Note>{said === 'contact' ? words.pupil.saidContact : words.pupil.saidEnded}</Note>}
      <PageHead
        title={<Name>{name}</Name>}
        crumbs={[{ label: words.pupils.title, href: paths.pupils }, { label: name }]}
        line={guardian.isStaff && <a href={paths.staffMember(guardian.id)}>{words.guardian.alsoStaff}</a>}
      />
      <Card id="kinderen" title={words.guardian.children}>
        {guardian.children.length === 0 ? (
          <p class="muted">{words.guardian.noChildren}</p>
        ) : (
          <ul class="lines lines-deeds">
            {guardian.children.map((child) => (
              <Child frame={frame} child={child} />
            ))}
          </ul>
        )}
      </Card>
      <ContactCard person={guardian.id} contact={contact} />
      <FunctionsCard frame={frame} person={guardian.id} functions={functions} />
      <AccountCard frame={frame} person={guardian.id} state={account} letters={!guardian.isStaff} />
      <HelpCard frame={frame} person={guardian.id} help={help} />
    </DeskFrame>
  )
}

const Child: FC<{ frame: Frame; child: ChildLine }> = ({ frame, child }) => {
  const { pupil: words, relation, authority } = texts(frame.lang)
  const name = fullName(child)
  return (
    <li class="row spread">
      <span>
        <strong>
          <a href={paths.pupil(child.id)}>
            <Name>{name}</Name>
          </a>
        </strong>
        {`, ${relation[child.relation]}`}
        {child.limited && (
          <>
            {' '}
            <Tag tone="notice">{authority.only}</Tag>
          </>
        )}
        {child.lastDay !== null && `, ${words.until(dayInWords(frame.lang, child.lastDay, { year: true }))}`}
      </span>
      <span class="row no-print">
        <a class="link-row" href={paths.relation(child.guardianship)}>
          {authority.link}
          <span class="vh"> {authority.linkAbout(name)}</span>
        </a>
        {!child.limited && (
          <a class="link-row" href={paths.letter(child.guardianship)}>
            {words.letter}
            <span class="vh"> {words.letterFor(name)}</span>
          </a>
        )}
        <a class="link-row" href={paths.guardianshipEnd(child.guardianship)}>
          {words.end}
          <span class="vh"> {words.endAbout(name)}</span>
        </a>
      </span>
    </li>
  )
}
