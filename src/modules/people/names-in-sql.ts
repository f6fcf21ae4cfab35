import { sql } from 'kysely'

const column = (table: string, name: string) => sql.ref<string | null>(`${table}.${name}`)

/** The columns of a shown name: `firstName`, `prefix`, `lastName`. */
export const nameColumns = (table: string) =>
  [
    sql<string | null>`coalesce(${column(table, 'first_name')}, ${column(table, 'initials')})`.as('firstName'),
    sql<string | null>`${column(table, 'prefix')}`.as('prefix'),
    sql<string | null>`${column(table, 'last_name')}`.as('lastName'),
  ] as const

/** A name as it is said, in one column: first name or initials, prefix, surname. */
export const spokenName = (table: string) =>
  sql<string>`concat_ws(' ', coalesce(${column(table, 'first_name')}, ${column(table, 'initials')}), ${column(table, 'prefix')},
    ${column(table, 'last_name')})`

/**
 * The order of Dutch lists: surname without its prefix, first name, prefix. ’t Hooft stands under H; who has one name only,
 * under that. The collation comes
 * with every PostgreSQL that is built with ICU, as all supported packages are.
 */
export const byName = (table: string) =>
  sql`regexp_replace(coalesce(${column(table, 'last_name')}, ${column(table, 'first_name')}, ''), '^[''’‘ʼ\`][A-Za-z]\\s+', '') collate "nl-x-icu",
    coalesce(${column(table, 'first_name')}, ${column(table, 'initials')}, '') collate "nl-x-icu",
    coalesce(${column(table, 'prefix')}, '') collate "nl-x-icu", ${sql.ref(`${table}.id`)}`

/** Text without capitals and accents, so that ozdemir finds Özdemir. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()

const foldedName = (table: string) =>
  sql`lower(regexp_replace(normalize(concat_ws(' ', ${column(table, 'first_name')}, ${column(table, 'initials')},
    ${column(table, 'prefix')}, ${column(table, 'last_name')}), nfd), '[\\u0300-\\u036f]+', '', 'g') collate "nl-x-icu")`

/** Whether every word that was typed stands somewhere in the name. */
export const nameHas = (table: string, typed: string) => {
  const words = folded(typed).split(' ').filter(Boolean)
  return sql<boolean>`not exists (select from unnest(${words}::text[]) as word where strpos(${foldedName(table)}, word) = 0)`
}

/** Whether first and last name are those that were typed, capitals and accents aside. */
export const isNamed = (table: string, { firstName, lastName }: { firstName: string | null; lastName: string }) => {
  const fold = (text: ReturnType<typeof column>) =>
    sql`lower(regexp_replace(normalize(coalesce(${text}, ''), nfd), '[\\u0300-\\u036f]+', '', 'g') collate "nl-x-icu")`
  return sql<boolean>`(${fold(column(table, 'first_name'))} = ${folded(firstName ?? '')}
    and ${fold(column(table, 'last_name'))} = ${folded(lastName)})`
}
