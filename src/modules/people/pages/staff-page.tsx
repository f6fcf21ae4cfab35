import type { FC } from 'hono/jsx'
import type { AccountState, CounterHelp } from '#modules/accounts/index.ts'
import type { StaffRole } from '#platform/access/actor.ts'
import { dateInWords, dayInWords } from '#ui/date.ts'
import { ButtonLink } from '#ui/form/button.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Facts } from '#ui/part/facts.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { fullName } from '#ui/person-name.ts'
import { paths } from '../paths.ts'
import type { Contact } from '../person.ts'
import type { StaffFile } from '../staff-queries.ts'
import { texts } from '../texts.ts'
import { AccountCard } from './account-card.tsx'
import { ContactCard } from './contact-card.tsx'
import { HelpCard } from './help-card.tsx'

export type StaffSaid = 'erbij' | 'rol' | 'einde' | 'contact' | 'werk' | 'stap'

export interface StaffPageProps {
  frame: Frame
  member: StaffFile
  contact: Contact
  account: AccountState
  help: CounterHelp
  /** The roles that the reader may give and end here. */
  grantable: readonly StaffRole[]
  said?: StaffSaid | undefined
}

/** Somebody who works at the school, as the office knows them. */
export const StaffPage: FC<StaffPageProps> = ({ frame, member, contact, account, help, ...rest }) => {
  const { grantable, said } = rest
  const words = texts(frame.lang)
  const name = fullName(member)
  return (
    <DeskFrame frame={frame} title={name}>
      <State frame={frame} member={member} said={said} />
      <PageHead
        title={<Name>{name}</Name>}
        crumbs={[{ label: words.staff.title, href: paths.staff }, { label: name }]}
        deeds={
          member.employed &&
          member.roles.every(({ role }) => grantable.includes(role)) && (
            <ButtonLink look="plain" href={paths.staffEnd(member.id)}>
              {words.employment.end}
            </ButtonLink>
          )
        }
        line={member.isGuardian && <a href={paths.guardian(member.id)}>{words.staff.alsoGuardian}</a>}
      />
      <Roles frame={frame} member={member} grantable={grantable} />
      <Card id="gegevens" title={words.staff.facts}>
        <Facts
          items={[
            { term: words.staff.since, value: dateInWords(frame.lang, member.startedOn) },
            ...(member.employed && member.lastDay !== null
              ? [{ term: words.employment.until, value: dateInWords(frame.lang, member.lastDay) }]
              : []),
            {
              term: words.staff.groups,
              value:
                member.groups.length === 0 ? (
                  <span class="muted">{words.staff.noGroups}</span>
                ) : (
                  member.groups.join(', ')
                ),
            },
          ]}
        />
      </Card>
      <ContactCard person={member.id} contact={contact} />
      {member.employed && (
        <AccountCard
          frame={frame}
          person={member.id}
          state={account}
          mayInvite={member.roles.every(({ role }) => grantable.includes(role))}
        />
      )}
      <HelpCard frame={frame} person={member.id} help={help} />
    </DeskFrame>
  )
}

const State: FC<Pick<StaffPageProps, 'frame' | 'member' | 'said'>> = ({ frame, member, said }) => {
  const words = texts(frame.lang).staff
  if (!member.employed && member.lastDay !== null) {
    return <Note tone="notice">{words.over(dayInWords(frame.lang, member.lastDay, { year: true }))}</Note>
  }
  if (said === undefined) return null
  const lines = {
    erbij: words.saidAdded,
    rol: words.saidGranted,
    einde: words.saidEnded,
    contact: words.saidContact,
    werk: texts(frame.lang).employment.said,
    stap: words.saidStep,
  }
  return <Note>{lines[said]}</Note>
}

const Roles: FC<Pick<StaffPageProps, 'frame' | 'member' | 'grantable'>> = ({ frame, member, grantable }) => {
  const { staff: words, role: roleWords, roles, pupil: ending } = texts(frame.lang)
  const left = grantable.filter((role) => !member.roles.some((held) => held.role === role))
  const grant = (
    <a class="no-print" href={paths.roles(member.id)}>
      {words.grant}
    </a>
  )
  return (
    <Card id="rollen" title={words.roles} deed={member.employed && left.length > 0 ? grant : undefined}>
      {member.roles.length === 0 ? (
        <p class="muted">{words.noRoles}</p>
      ) : (
        <ul class="lines">
          {member.roles.map((held) => (
            <li class="row spread">
              <span>
                <strong>{roles[held.role].name}</strong>
                <br />
                <small class="muted">
                  {roleWords.since(dateInWords(frame.lang, held.startedOn))}
                  {held.lastDay !== null && `, ${ending.until(dateInWords(frame.lang, held.lastDay))}`}
                </small>
              </span>
              {grantable.includes(held.role) && (
                <a class="link-row no-print" href={paths.roleEnd(held.id)}>
                  {ending.end}
                  <span class="vh"> {ending.endAbout(roles[held.role].name)}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
