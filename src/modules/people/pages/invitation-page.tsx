import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { fullName } from '#ui/person-name.ts'
import type { Person } from '../contact-queries.ts'
import { texts } from '../texts.ts'

export interface InvitationPageProps {
  frame: Frame
  person: Person
  /** Shown this once; null when the person has an account already. */
  link: string | null
  /** The language of the one who gets the letter. */
  letterLang: Lang
  back: string
}

/** The letter with which somebody takes an account into use, ready to print. */
export const InvitationPage: FC<InvitationPageProps> = ({ frame, person, link, letterLang, back }) => {
  const words = texts(frame.lang).invitation
  const name = fullName(person)
  return (
    <DeskFrame frame={frame} title={words.title(name)}>
      <div class="stack no-print">
        <PageHead title={words.title(name)} />
        {link === null ? <Note>{words.inUse(name)}</Note> : <Note tone="notice">{words.once}</Note>}
      </div>
      {link !== null && <Letter person={person} link={link} lang={letterLang} />}
      <p class="no-print">
        <a class="link-row" href={back}>
          {words.back(name)}
        </a>
      </p>
    </DeskFrame>
  )
}

const Letter: FC<{ person: Person; link: string; lang: Lang }> = ({ person, link, lang }) => {
  const words = texts(lang).letter
  return (
    <article class="card stack prose" lang={lang}>
      <p>
        <Name>{words.hello(fullName(person))}</Name>
      </p>
      <p>{words.intro(person.schoolName)}</p>
      <ol class="numbered">
        <li>
          {words.open}
          <br />
          <code>{link}</code>
        </li>
        <li>{words.choose}</li>
        <li>{words.ready}</li>
      </ol>
      <p>
        {words.valid(dateInWords(lang, person.inviteUntil))} {words.secret}
      </p>
      <p>{words.help}</p>
    </article>
  )
}
