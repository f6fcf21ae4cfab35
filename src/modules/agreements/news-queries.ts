import { sql } from 'kysely'
import type { Actor } from '#platform/access/actor.ts'
import type { Answers } from '#platform/db/along.ts'
import type { Step } from '#platform/db/batch.ts'
import type { Entered } from '#platform/db/context.ts'
import { statement } from '#platform/db/statement.ts'
import type { Db } from '#platform/db/types.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import { sectionOf } from './access.ts'
import { isKind } from './kinds/kinds.ts'
import { paths } from './paths.ts'
import { counts } from './queries.ts'
import { scopeOf, type ScopeColumns } from './scope.ts'
import { scopeWords } from './scope-words.ts'
import { kindWords, texts } from './texts.ts'

type NewsRow = ScopeColumns & {
  id: string
  kind: string
  className: string | null
  pupilName: string | null
  why: 'new' | 'yes' | 'poll'
  /** How many there are, of which the first few are told. */
  of: number
}

/** Something about an agreement that concerns the reader: where it stands, and in words. */
export type AgreementNews = { href: string; text: string; line: string }

type Asked = [
  schools: readonly string[],
  persons: readonly string[],
  pupils: readonly string[],
  groups: readonly string[],
  hat: NonNullable<Actor['hat']>,
  section: string,
  most: number,
  offeredDays: number,
]

/** On *Vandaag* so many are told apart and the rest as a number, and nobody is asked for a yes without end. */
const today = { most: 3, offeredDays: 30 }
/** On the page of the agreements everything that waits. */
const whole = { most: 200, offeredDays: 400 }

/**
 * What the reader is told of agreements: what was put in force in the last fortnight and is not confirmed, but nothing that
 * held long before that, as `isTold` has it, and nothing that stopped; what waits for a yes; what one's section is asked.
 * Written once; the policies bound it.
 */
export const newsQuery = statement<Asked, NewsRow>(
  (schools, persons, pupils, groups, hat, section, most, offeredDays) => sql<NewsRow>`
  select a.id, a.kind, a.level, a.stage, a.year_group, a.group_id, a.subject, a.pupil_id, a.class_name as "className",
    case when a.pupil_id is not null then (select coalesce(p.first_name, p.last_name) from person p
      where p.school_id = a.school_id and p.id = a.pupil_id) end as "pupilName", w.why, count(*) over ()::int as of
  from (
    select s.school_id, s.agreement_id, s.started_at as at, 'new' as why from agreement_start s
      where s.school_id = any (${schools}::uuid[]) and s.started_at > (select app.now()) - interval '14 days'
        and s.starts_on > (s.started_at at time zone 'Europe/Amsterdam')::date - 14
        and not exists (select from agreement_end e where e.school_id = s.school_id and e.agreement_id = s.agreement_id
          and (e.ends_on < (select app.today()) or e.ends_on < s.starts_on) and ${counts} offset 0)
        and not exists (select from agreement_seen n where n.school_id = s.school_id and n.agreement_id = s.agreement_id
          and n.person_id = any (${persons}::uuid[]) offset 0)
    union all
    select o.school_id, o.agreement_id, o.offered_at, 'yes' from agreement_offer o
      where o.school_id = any (${schools}::uuid[]) and ${hat}::text <> 'staff' and o.offered_at > (select app.now()) - make_interval(days => ${offeredDays}::int)
        and not exists (select from agreement_start s where s.school_id = o.school_id and s.agreement_id = o.agreement_id offset 0)
        and not exists (select from agreement_withdrawal d where d.school_id = o.school_id and d.agreement_id = o.agreement_id offset 0)
        and not exists (select from agreement_yes y where y.school_id = o.school_id and y.agreement_id = o.agreement_id
          and y.person_id = any (${persons}::uuid[]) offset 0)
    union all
    select q.school_id, q.agreement_id, q.asked_at, 'poll' from agreement_poll q
      where q.school_id = any (${schools}::uuid[]) and q.body = ${section}::text and q.closes_on >= (select app.today())
        and not exists (select from agreement_withdrawal d where d.school_id = q.school_id and d.agreement_id = q.agreement_id offset 0)
        and not exists (select from agreement_poll_voter v where v.school_id = q.school_id and v.poll_id = q.id
          and v.person_id = any (${persons}::uuid[]) offset 0)
  ) w
  join agreement a on a.school_id = w.school_id and a.id = w.agreement_id
  where w.why = 'poll' or a.level in ('school', 'subject')
    or case ${hat}::text when 'staff' then (a.level in ('stage', 'year')
          and exists (select from unnest(${persons}::uuid[]) who, app.concerned_by(a.school_id, a.id, who) offset 0))
        or a.group_id = any ((select app.classes())::uuid[]) or a.pupil_id = any ((select app.class_pupils())::uuid[])
      else a.group_id = any (${groups}::uuid[]) or a.pupil_id = any (${pupils}::uuid[])
        or (a.level in ('stage', 'year') and exists (select from pupil p where p.school_id = a.school_id
          and p.person_id = any (${pupils}::uuid[])
          and case a.level when 'year' then p.year_group = a.year_group else app.stage_of(p.year_group,
            array(select t.stage from school_stage t where t.school_id = p.school_id)) = a.stage end offset 0)) end
  order by w.why desc, w.at desc limit ${most}::int`,
)

const askedBy = (known: Entered, hat: NonNullable<Actor['hat']>, { most, offeredDays } = today): Asked => [
  [...new Set(known.at.map(({ school }) => school))],
  known.at.map(({ person }) => person),
  known.pupils,
  known.groups,
  hat,
  sectionOf(hat) ?? '',
  most,
  offeredDays,
]

/** To be sent along with the other questions of a page. */
export const newsAlong = (known: Entered): readonly Step[] =>
  known.hat === null ? [] : [newsQuery.along(...askedBy(known, known.hat))]

/** What the reader is told of agreements today, in the words of a language: Dutch or English. */
export const findNews = async (
  db: Db<unknown>,
  known: Entered,
  answers: Answers,
  lang: Lang,
): Promise<readonly AgreementNews[]> => {
  if (known.hat === null) return []
  const rows = newsQuery.answered(answers) ?? (await newsQuery.rows(db, ...askedBy(known, known.hat)))
  const rest = (rows[0]?.of ?? 0) - rows.length
  const more = { href: paths.agreements, text: texts(lang).today.more(rest), line: '' }
  return [...rows.flatMap((row) => newsOf(lang, row)), ...(rest > 0 ? [more] : [])]
}

/** Everything that waits for the reader, for the page of the agreements. */
export const findAllNews = async <T>(db: Db<T>, known: Entered, lang: Lang): Promise<readonly AgreementNews[]> =>
  known.hat === null
    ? []
    : (await newsQuery.rows(db, ...askedBy(known, known.hat, whole))).flatMap((row) => newsOf(lang, row))

const newsOf = (lang: Lang, { id, kind, className, pupilName, why, ...row }: NewsRow): AgreementNews[] => {
  if (!isKind(kind)) return []
  const words = texts(lang).today
  const { name } = kindWords(lang, kind)
  const href = paths.agreement(id)
  if (why === 'yes') return [{ href, text: words.ask(name), line: '' }]
  if (why === 'poll') return [{ href, text: words.poll, line: name }]
  const who = scopeWords(lang, { scope: scopeOf(row), className, pupilName })
  return [{ href, text: words.changed(name, who), line: words.isNew }]
}
