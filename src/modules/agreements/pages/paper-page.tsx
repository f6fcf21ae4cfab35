import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Name } from '#ui/part/name.tsx'
import { fullName } from '#ui/person-name.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import type { Agreement } from '../agreement.ts'
import { paths } from '../paths.ts'
import { scopeWords } from '../scope-words.ts'
import { kindWords, texts } from '../texts.ts'
import type { ToldPerson } from '../told.ts'
import { Says, ThreeLines } from './deal.tsx'
import { roleOf } from './told-page.tsx'

export interface PaperPageProps {
  frame: Frame
  agreement: Agreement
  schoolName: string
  /** Who did not confirm yet, part by part. */
  lists: readonly { title: string; people: readonly ToldPerson[] }[]
}

/** For who uses no telephone: a sheet to give along and to sign, and then, for the school alone, who did not confirm yet. */
export const PaperPage: FC<PaperPageProps> = ({ frame, agreement, schoolName, lists }) => {
  const { lang } = frame
  const words = texts(lang)
  const name = kindWords(lang, agreement.kind).name
  return (
    <DeskFrame frame={frame} title={words.told.paper}>
      <div class="stack no-print">
        <PageHead
          title={words.told.paper}
          crumbs={[
            { label: name, href: paths.agreement(agreement.id) },
            { label: words.told.title, href: paths.readers(agreement.id) },
            { label: words.told.paper },
          ]}
          line={words.told.paperLine}
        />
      </div>
      <Sheet lang={lang} agreement={agreement} schoolName={schoolName} name={name} />
      {lists.length === 0 ? (
        <p class="no-print">{words.told.everybody}</p>
      ) : (
        <p class="no-print muted">{words.told.listsLine}</p>
      )}
      {lists.map(({ title, people }) => (
        <section class="stack-s new-sheet">
          <h2>
            <Name>{title}</Name>
          </h2>
          <p class="only-print">
            {name}. {words.told.notRound}
          </p>
          <DataTable
            caption={`${title}: ${words.told.waiting(people.length)}`}
            columns={[
              {
                head: words.told.name,
                rowHead: true,
                cell: (person: ToldPerson) => <Name>{fullName(person)}</Name>,
              },
              { head: words.told.who, cell: (person: ToldPerson) => <Name>{roleOf(lang, person)}</Name> },
              { head: '', on: 'paper', cell: () => '' },
            ]}
            rows={people}
          />
        </section>
      ))}
    </DeskFrame>
  )
}

/** The agreement in words, with a line to sign: it fits on one sheet. */
const Sheet: FC<{ lang: Lang; agreement: Agreement; schoolName: string; name: string }> = ({
  lang,
  agreement,
  schoolName,
  name,
}) => {
  const words = texts(lang)
  const { startsOn, endsOn } = agreement
  return (
    <article class="card stack paper" aria-labelledby="afspraak">
      <p class="muted">
        <Name>{schoolName}</Name>
      </p>
      <h2 id="afspraak">{name}</h2>
      <p>
        <bdi>{words.agreed.forWhom(scopeWords(lang, agreement))}</bdi>.{' '}
        {startsOn !== null && `${words.agreed.from} ${dateInWords(lang, startsOn)}`}
        {endsOn !== null && `, ${words.agreed.until.toLocaleLowerCase(lang)} ${dateInWords(lang, endsOn)}`}.
      </p>
      <Says lang={lang} agreement={agreement} />
      <ThreeLines lang={lang} agreement={agreement} />
      <p>{words.told.signLine}</p>
      <dl class="sign">
        <div>
          <dt>{words.told.name}</dt>
          <dd />
        </div>
        <div>
          <dt>{words.told.ofChild}</dt>
          <dd />
        </div>
        <div>
          <dt>{words.told.day}</dt>
          <dd />
        </div>
        <div>
          <dt>{words.told.signature}</dt>
          <dd />
        </div>
      </dl>
    </article>
  )
}
