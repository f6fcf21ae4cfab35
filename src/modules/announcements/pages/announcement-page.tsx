import type { FC } from 'hono/jsx'
import type { ShownFile } from '#modules/files/index.ts'
import { dayInWords, daysInWords, momentInWords } from '#ui/date.ts'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { AttachedFiles } from '#ui/part/attached-files.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Section } from '#ui/part/section.tsx'
import { Written } from '#ui/part/written.tsx'
import { paths } from '../paths.ts'
import type { Announcement } from '../queries.ts'
import { texts } from '../texts.ts'
import { addressWords } from './words.ts'

export interface AnnouncementPageProps {
  frame: Frame
  announcement: Announcement
  files: readonly ShownFile[]
  fileWords: { open: string; download: string }
  /** Names of groups, for staff. */
  groups: ReadonlyMap<string, string>
  said?: 'bewaard' | 'geplaatst' | 'gewijzigd' | 'ingetrokken' | undefined
}

export const AnnouncementPage: FC<AnnouncementPageProps> = (props) => {
  const { frame, announcement, files, fileWords, groups } = props
  const { lang } = frame
  const words = texts(lang)
  const { changedAt } = announcement
  return (
    <OwnFrame frame={frame} title={announcement.title}>
      <div class="prose stack-l">
        <State {...props} />
        <article class="stack">
          <PageHead
            title={<Name>{announcement.title}</Name>}
            crumbs={[{ label: words.title, href: paths.announcements }]}
            line={
              <>
                <Name>{announcement.signed}</Name>, {dayInWords(lang, announcement.day)}
              </>
            }
          />
          {frame.desk && (
            <p class="small muted">
              <Name>{addressWords(lang, announcement.wish, groups)}</Name>
              {'. '}
              {words.page.days(daysInWords(lang, announcement.showsFrom, announcement.showsUntil))}
            </p>
          )}
          <div class="card stack">
            <Written text={announcement.body} />
            {files.length > 0 && (
              <section aria-label={words.page.attachments}>
                <AttachedFiles files={files} alt={words.page.picture} words={fileWords} />
              </section>
            )}
          </div>
          {changedAt && <p class="small muted">{words.page.changed(momentInWords(lang, changedAt))}</p>}
        </article>
        {announcement.changes && announcement.state !== 'withdrawn' && <Deeds {...props} />}
      </div>
    </OwnFrame>
  )
}

const State: FC<AnnouncementPageProps> = ({ frame, announcement, said }) => {
  const words = texts(frame.lang).page
  const { state } = announcement
  if (state === 'withdrawn') return <Note tone="notice">{words.withdrawnNote}</Note>
  if (state === 'draft')
    return <Note tone="hold">{said === 'bewaard' ? `${words.said.bewaard} ${words.draftNote}` : words.draftNote}</Note>
  return said && said !== 'bewaard' && said !== 'ingetrokken' ? <Note>{words.said[said]}</Note> : null
}

/** What its writer, and who oversees the school, can do with it. */
const Deeds: FC<AnnouncementPageProps> = ({ frame, announcement: { id, state } }) => {
  const words = texts(frame.lang).page
  const isDraft = state === 'draft'
  return (
    <>
      <div class="row no-print">
        {isDraft && (
          <Form frame={frame} action={paths.publication(id)}>
            <Button look="main">{words.publish}</Button>
          </Form>
        )}
        <ButtonLink href={paths.change(id)} look={isDraft ? 'plain' : undefined}>
          {words.change}
        </ButtonLink>
      </div>
      <div class="no-print">
        <Section id="intrekken" title={isDraft ? words.throwAway : words.withdrawTitle} size="small">
          <p class="muted">{words.withdrawLine}</p>
          <Form frame={frame} action={paths.withdrawal(id)}>
            <Button look="plain">{isDraft ? words.throwAway : words.withdraw}</Button>
          </Form>
        </Section>
      </div>
    </>
  )
}
