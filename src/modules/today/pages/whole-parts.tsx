import type { FC } from 'hono/jsx'
import { clockInWords } from '#ui/date.ts'
import { ButtonLink } from '#ui/form/button.tsx'
import { spokenIn, type Lang } from '#ui/layout/frame.ts'
import { comma } from '#ui/list.ts'
import { DifferenceRow, Rows } from '#ui/part/rows.tsx'
import { quoted, Said } from '#ui/part/said.tsx'
import { Section } from '#ui/part/section.tsx'
import type { WhoTone } from '#ui/part/who.tsx'
import { texts } from '../texts.ts'
import type { Asked, WholeDay } from '../whole-day.ts'
import { dayShort } from './day-words.ts'

/** Where the parts lead to; the addresses are those of other modules. */
export interface WholeLinks {
  homework: string
  notes: string
  announcements: string
  announcement: (id: string) => string
  showings: (pupil: string) => string
}

interface PartProps {
  lang: Lang
  links: WholeLinks
  whole: WholeDay
}

/** What somebody is to be told today: by a parent through the school, or how many wait to be told. */
export const Notes: FC<PartProps> = ({ lang, links, whole: { notes } }) => {
  const words = texts(lang).whole
  if (notes.for === 'staff')
    return notes.waiting === 0 ? null : (
      <p>
        <ButtonLink href={links.notes} look="plain" icon="note">
          {words.notesWaiting(notes.waiting)}
        </ButtonLink>
      </p>
    )
  if (notes.for === 'nobody' || notes.notes.length === 0) return null
  const isOwn = notes.for === 'guardian'
  return (
    <Section id="boodschap" size="small" title={isOwn ? words.notesSent : words.notesReceived}>
      <Rows>
        {notes.notes.map(({ name, sender, words: said, state, at }) => (
          <DifferenceRow
            icon="note"
            of={isOwn ? { name } : undefined}
            what={<span dir="auto">{said}</span>}
            tag={isOwn ? { label: words.noteStates[state], tone: state === 'given' ? 'done' : 'hold' } : undefined}
          >
            <Said>
              {isOwn ? (at === null ? '' : words.noteAt(clockInWords(lang, at))) : words.noteFrom(quoted(lang, sender))}
            </Said>
          </DifferenceRow>
        ))}
      </Rows>
    </Section>
  )
}

/** What was agreed newly, waits for a yes or asks an opinion, once for each that the reader did not confirm. */
export const Agreed: FC<PartProps> = ({ lang, whole: { agreed } }) => {
  if (agreed.length === 0) return null
  return (
    <Section id="afspraken" size="small" title={texts(lang).whole.agreed}>
      <Rows>
        {agreed.map(({ href, text, line }) => (
          <DifferenceRow
            icon="document"
            what={
              <a href={href} {...spokenIn(lang === 'en' ? 'en' : 'nl', lang)}>
                {text}
              </a>
            }
          >
            {line === '' ? undefined : <span {...spokenIn(lang === 'en' ? 'en' : 'nl', lang)}>{line}</span>}
          </DifferenceRow>
        ))}
      </Rows>
    </Section>
  )
}

/** Homework for today and the next school day, and the tests of the coming week. */
export const AskedRows: FC<PartProps & { today: string; tones: ReadonlyMap<string, WhoTone> }> = (props) => {
  const { lang, links, whole, today, tones } = props
  const words = texts(lang).whole
  if (whole.asked.length === 0) return null
  return (
    <Section
      id="huiswerk"
      size="small"
      title={words.homework}
      deed={
        <a class="link-row" href={links.homework}>
          {words.homeworkAll}
        </a>
      }
    >
      <Rows>
        {whole.asked.map((asked) => (
          <AskedRow lang={lang} today={today} asked={asked} tone={tones.get(asked.subject.id)} />
        ))}
      </Rows>
    </Section>
  )
}

const AskedRow: FC<{ lang: Lang; today: string; asked: Asked; tone: WhoTone | undefined }> = (props) => {
  const { lang, today, asked, tone } = props
  const { item, subject } = asked
  const words = texts(lang).whole
  const day = dayShort(lang, today, item.dueOn)
  const how = [
    item.kind === 'test' ? words.test : '',
    item.way === null ? '' : words.ways[item.way],
    item.minutes === null ? '' : words.minutes(item.minutes),
  ]
  return (
    <DifferenceRow
      icon={item.kind === 'test' ? 'calendar' : 'list'}
      of={subject.kind === 'child' ? { name: subject.name, line: subject.className || undefined, tone } : undefined}
      tag={{ label: day }}
      what={
        <span lang="nl" dir="auto">
          {item.subject === null ? item.title : `${item.subject}: ${item.title}`}
        </span>
      }
    >
      {how.filter(Boolean).join(comma(lang))}
    </DifferenceRow>
  )
}

/** What the school told in the last week, and what a child shows. */
export const Told: FC<PartProps> = ({ lang, links, whole: { told, shown } }) => {
  const words = texts(lang).whole
  if (told.length + shown.length === 0) return null
  return (
    <Section
      id="mededelingen"
      size="small"
      title={words.told}
      deed={
        <a class="link-row" href={links.announcements}>
          {words.toldAll}
        </a>
      }
    >
      <Rows>
        {shown.map(({ pupil, name, line }) => (
          <DifferenceRow
            icon="picture"
            what={
              <a href={links.showings(pupil)}>
                <Said>{words.shows(quoted(lang, name))}</Said>
              </a>
            }
          >
            <span dir="auto">{line}</span>
          </DifferenceRow>
        ))}
        {told.map(({ id, title, important }) => (
          <DifferenceRow
            icon="message"
            what={
              <a href={links.announcement(id)} lang="nl" dir="auto">
                {title}
              </a>
            }
          >
            {important ? words.important : undefined}
          </DifferenceRow>
        ))}
      </Rows>
    </Section>
  )
}

/** The way to send a message to the child. */
export const NoteLink: FC<PartProps> = ({ lang, links, whole: { notes } }) =>
  notes.for === 'guardian' ? (
    <p class="no-print">
      <ButtonLink href={links.notes} look="plain" icon="note">
        {texts(lang).whole.noteSend}
      </ButtonLink>
    </p>
  ) : null
