import type { Child, FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { Check } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FieldWords } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { listInWords } from '#ui/list.ts'
import { Empty } from '#ui/part/empty.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { fullName } from '#ui/person-name.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import { isCurrent, isTold, type Agreement } from '../agreement.ts'
import { paths } from '../paths.ts'
import type { Said } from '../said.ts'
import { isMeeting } from '../scope.ts'
import { scopeWords } from '../scope-words.ts'
import { kindWords, texts } from '../texts.ts'
import { partOf, staffPart, type Share, type Told, type ToldClass, type ToldPerson } from '../told.ts'

/** All classes with their numbers; or the people of one part, or of a search, by name. */
export type ToldView =
  | { what: 'classes'; classes: readonly ToldClass[]; staff: Share }
  | { what: 'people'; part: string; title: string; people: readonly ToldPerson[] }
  | { what: 'found'; people: readonly ToldPerson[]; isCut: boolean }

export interface ToldPageProps {
  frame: Frame
  today: string
  agreement: Agreement
  told: Told
  view: ToldView
  search: string
  said: Said | undefined
  error: string | undefined
  /** The reader, who confirms with an own tap and writes nothing down of oneself. */
  own: string | null
}

/** Whom an agreement concerns, who confirmed to have read it and who did not yet. */
export const ToldPage: FC<ToldPageProps> = (props) => {
  const { frame, agreement, view, said, error } = props
  const { lang } = frame
  const words = texts(lang)
  const name = kindWords(lang, agreement.kind).name
  const part = view.what === 'people' ? view.part : ''
  return (
    <DeskFrame frame={frame} title={words.told.title} wrong={error !== undefined}>
      {error !== undefined && <ErrorSummary errors={{ wie: error }} />}
      {said && error === undefined && <Note>{words.said[said]}</Note>}
      <PageHead
        title={words.told.title}
        crumbs={crumbsOf(props, name)}
        line={
          <>
            {name}. <bdi>{words.agreed.forWhom(scopeWords(lang, agreement))}</bdi>.
          </>
        }
        deeds={
          isCurrent(agreement, props.today) && (
            <ButtonLink href={paths.paper(agreement.id, part)} look="plain">
              {words.told.paper}
            </ButtonLink>
          )
        }
      />
      <ToldLines lang={lang} agreement={agreement} told={props.told} />
      {agreement.scope.level !== 'pupil' && <SearchPeople {...props} />}
      {view.what === 'classes' && <Classes lang={lang} agreement={agreement} {...view} />}
      {view.what === 'people' && <People {...props} people={view.people} title={view.title} />}
      {view.what === 'found' && <Found {...props} people={view.people} isCut={view.isCut} />}
    </DeskFrame>
  )
}

const crumbsOf = ({ frame, agreement, view }: ToldPageProps, name: string) => {
  const words = texts(frame.lang)
  const title = { label: words.told.title, href: paths.readers(agreement.id) }
  const isWhole = view.what === 'classes' || isMeeting(agreement.scope)
  return [
    { label: words.keep.title, href: paths.ofSchool(agreement.school) },
    { label: name, href: paths.agreement(agreement.id) },
    ...(isWhole
      ? [{ label: title.label }]
      : [title, { label: view.what === 'people' ? view.title : words.told.found }]),
  ]
}

/** How many were told, since when, and how many confirmed. */
export const ToldLines: FC<{ lang: Lang; agreement: Agreement; told: Told }> = ({ lang, agreement, told }) => {
  const words = texts(lang).told
  return (
    <div class="stack-s">
      <p>
        {isTold(agreement) ? words.from(told.of, dateInWords(lang, told.from)) : words.before(told.of)}{' '}
        {words.confirmed(told.confirmed, told.onPaper)}
      </p>
      {agreement.scope.level === 'subject' && <p class="muted">{words.subject}</p>}
    </div>
  )
}

/** A search posts nothing. */
const noToken = { csrf: '' }

const SearchPeople: FC<ToldPageProps> = ({ frame, agreement, search }) => {
  const words = texts(frame.lang).told
  return (
    <Form frame={noToken} action={paths.readers(agreement.id)} method="get" class="filters no-print">
      <TextField name="zoek" label={words.search} type="search" value={search} autocomplete="off" literal />
      <Button look="plain">{words.submit}</Button>
    </Form>
  )
}

const Classes: FC<{ lang: Lang; agreement: Agreement; classes: readonly ToldClass[]; staff: Share }> = ({
  lang,
  agreement,
  classes,
  staff,
}) => {
  const words = texts(lang).told
  if (classes.length === 0 && staff.of === 0) return <Empty>{words.nobody}</Empty>
  const share = ({ confirmed, of }: Share): Child => (of === 0 ? '–' : words.share(confirmed, of))
  return (
    <>
      {classes.length > 0 && (
        <DataTable
          caption={words.classes}
          columns={[
            {
              head: words.class,
              rowHead: true,
              cell: ({ id, name }: ToldClass) => (
                <a href={paths.readers(agreement.id, id)}>
                  <Name>{name ?? words.classless}</Name>
                </a>
              ),
            },
            { head: words.families, number: true, cell: ({ families }: ToldClass) => share(families) },
            { head: words.pupils, number: true, cell: ({ pupils }: ToldClass) => share(pupils) },
          ]}
          rows={classes}
        />
      )}
      {staff.of > 0 && (
        <p>
          <a class="link-row" href={paths.readers(agreement.id, staffPart)}>
            {words.staff}: {share(staff)}
          </a>
        </p>
      )}
    </>
  )
}

/** Who did not confirm yet, to be written down when they read it on paper; and who did. */
const People: FC<ToldPageProps & { people: readonly ToldPerson[]; title: string }> = (props) => {
  const { frame, today, agreement, people, error, view, own } = props
  const words = texts(frame.lang).told
  const part = view.what === 'people' ? view.part : ''
  const [waiting, done] = [people.filter(({ how }) => how === null), people.filter(({ how }) => how !== null)]
  const others = waiting.filter(({ id }) => id !== own)
  if (people.length === 0) return <Empty>{words.nobody}</Empty>
  return (
    <>
      <Card id="nog-niet" title={words.waiting(waiting.length)}>
        {waiting.length === 0 ? (
          <p>{words.everybody}</p>
        ) : isCurrent(agreement, today) && others.length > 0 ? (
          <Form frame={frame} action={paths.seenOnPaper(agreement.id)} class="stack">
            <input type="hidden" name="klas" value={part} />
            <fieldset class={error ? 'field field-wrong' : 'field'}>
              <legend>{words.whom}</legend>
              <FieldWords id="wie" hint={words.whomHint} error={error} />
              <div class="boxes boxes-names" id="wie" tabindex={-1}>
                {others.map((person) => (
                  <Check
                    name={`wie-${person.id}`}
                    label={<Name>{fullName(person)}</Name>}
                    line={roleOf(frame.lang, person)}
                  />
                ))}
              </div>
            </fieldset>
            <p class="no-print">
              <Button look="main">{words.note}</Button>
            </p>
          </Form>
        ) : (
          <PersonLines {...props} people={waiting} />
        )}
      </Card>
      {done.length > 0 && (
        <Card id="gelezen" title={words.done(done.length)}>
          <PersonLines {...props} people={done} />
        </Card>
      )}
    </>
  )
}

const Found: FC<ToldPageProps & { people: readonly ToldPerson[]; isCut: boolean }> = (props) => {
  const { frame, agreement, people, isCut } = props
  const words = texts(frame.lang).told
  return (
    <Card id="gevonden" title={words.found}>
      <p role="status">
        {people.length === 0 ? words.notFound : isCut ? words.cut(people.length) : words.number(people.length)}{' '}
        <a href={paths.readers(agreement.id)}>{words.all}</a>
      </p>
      <PersonLines {...props} people={people} isLinked />
    </Card>
  )
}

const PersonLines: FC<ToldPageProps & { people: readonly ToldPerson[]; isLinked?: boolean }> = ({
  frame,
  agreement,
  people,
  isLinked = false,
}) => {
  const { lang } = frame
  const words = texts(lang).told
  return (
    <ul class="lines">
      {people.map((person) => (
        <li>
          {isLinked ? (
            <a class="link-row" href={paths.readers(agreement.id, partOf(person))}>
              <Name>{fullName(person)}</Name>
            </a>
          ) : (
            <Name>{fullName(person)}</Name>
          )}
          <br />
          <small class="muted">
            <bdi>{roleOf(lang, person)}</bdi>
            {isLinked && person.groupName !== null && `, ${person.groupName}`}.{' '}
            {person.how === null || person.seenOn === null
              ? words.notYet
              : (person.how === 'tap' ? words.byTap : words.onPaper)(dateInWords(lang, person.seenOn))}
            {person.notedBy !== null && person.notedBy !== '' && (
              <>
                {' '}
                {texts(lang).noted.by} <Name>{person.notedBy}</Name>
              </>
            )}
          </small>
        </li>
      ))}
    </ul>
  )
}

/** "Ouder van Noor en Sem", "Leerling", "Medewerker". */
export const roleOf = (lang: Lang, { hat, children }: Pick<ToldPerson, 'hat' | 'children'>): string => {
  const words = texts(lang).told
  return hat === 'guardian' ? words.guardianOf(listInWords(lang, children)) : words.hats[hat]
}
