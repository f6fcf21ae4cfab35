import type { FC } from 'hono/jsx'
import { dayInWords } from '#ui/date.ts'
import type { Frame } from '#ui/layout/frame.ts'
import { Name } from '#ui/part/name.tsx'
import { Card } from '#ui/part/section.tsx'
import { Tag } from '#ui/part/tag.tsx'
import { fullName } from '#ui/person-name.ts'
import type { GuardianLine } from '../guardian-queries.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface GuardiansCardProps {
  frame: Frame
  pupil: string
  guardians: readonly GuardianLine[]
  /** The pupil is of age: guardians are let in by the pupil. */
  adult: boolean
  /** May add and end them, and sees how to reach them. */
  keeps: boolean
}

/** The guardians of a pupil, as staff see them. */
export const GuardiansCard: FC<GuardiansCardProps> = ({ frame, pupil, guardians, adult, keeps }) => {
  const { pupil: words, rights } = texts(frame.lang)
  const add = (
    <a class="no-print" href={paths.guardians(pupil)}>
      {words.addGuardian}
    </a>
  )
  return (
    <Card id="ouders" title={words.guardians} deed={keeps ? add : undefined}>
      {adult && <p class="small">{rights.adult}</p>}
      {guardians.length === 0 ? (
        <p class="muted">{words.noGuardians}</p>
      ) : (
        <ul class="lines">
          {guardians.map((guardian) => (
            <Line frame={frame} guardian={guardian} keeps={keeps} />
          ))}
        </ul>
      )}
    </Card>
  )
}

const Line: FC<{ frame: Frame; guardian: GuardianLine; keeps: boolean }> = ({ frame, guardian, keeps }) => {
  const { pupil: words, relation, authority } = texts(frame.lang)
  const name = fullName(guardian)
  const until = guardian.lastDay === null ? null : words.until(dayInWords(frame.lang, guardian.lastDay, { year: true }))
  const reach = [guardian.contact?.phone, guardian.contact?.email].filter(Boolean)
  return (
    <li class="row spread">
      <span>
        <strong>{keeps ? <a href={paths.guardian(guardian.id)}>{<Name>{name}</Name>}</a> : <Name>{name}</Name>}</strong>
        {`, ${relation[guardian.relation]}`}
        {until && `, ${until}`}
        {guardian.limited && (
          <>
            {' '}
            <Tag tone="notice">{authority.only}</Tag>
          </>
        )}
        {reach.map((one) => (
          <>
            <br />
            <small class="muted">
              <Name>{one}</Name>
            </small>
          </>
        ))}
      </span>
      {keeps && (
        <span class="row no-print">
          <a class="link-row" href={paths.relation(guardian.guardianship)}>
            {authority.link}
            <span class="vh"> {authority.linkAbout(name)}</span>
          </a>
          {!guardian.limited && (
            <a class="link-row" href={paths.letter(guardian.guardianship)}>
              {words.letter}
              <span class="vh"> {words.letterAbout(name)}</span>
            </a>
          )}
          <a class="link-row" href={paths.guardianshipEnd(guardian.guardianship)}>
            {words.end}
            <span class="vh"> {words.endAbout(name)}</span>
          </a>
        </span>
      )}
    </li>
  )
}
