import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import { Browser } from './browser.ts'
import { appFor, freshDatabase, type TestDatabase } from './rig.ts'

/** Monday in a school week. */
export const monday = '2026-11-23'

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** De Klimboom, with class 4B and its neighbours. */
export const klimboom = {
  school: id(1),
  year: id(2),
  dayOff: id(3),
  groups: { g4b: id(10), g5a: id(11), mixed: id(12) },
  timo: id(20),
  noor: id(21),
  sem: id(22),
  gone: id(23),
  selma: id(30),
  bas: id(31),
  karim: id(32),
  pam: id(33),
  olga: id(40),
  ada: id(41),
  hein: id(42),
  tess: id(43),
  exTess: id(44),
  leftStaff: id(45),
  guardianships: { selma: id(50), bas: id(51), karim: id(52), pam: id(53) },
  roles: { olga: id(60), ada: id(61), hein: id(62), tess: id(63), pam: id(64), exTess: id(65), leftStaff: id(66) },
}

/** De Vlieger: another school, of which nobody above may see anything. */
export const vlieger = {
  school: id(101),
  year: id(102),
  dayOff: id(103),
  group: id(110),
  bo: id(120),
  guardian: id(130),
  office: id(140),
  teacher: id(141),
  guardianship: id(150),
  role: id(160),
}

/** Who can sign in, and under which hat. */
const sessions: Readonly<Record<string, { person: string; school: string; hat: string }>> = {
  selma: { person: klimboom.selma, school: klimboom.school, hat: 'guardian' },
  bas: { person: klimboom.bas, school: klimboom.school, hat: 'guardian' },
  karim: { person: klimboom.karim, school: klimboom.school, hat: 'guardian' },
  timo: { person: klimboom.timo, school: klimboom.school, hat: 'pupil' },
  pamAsTeacher: { person: klimboom.pam, school: klimboom.school, hat: 'staff' },
  pamAsParent: { person: klimboom.pam, school: klimboom.school, hat: 'guardian' },
  olga: { person: klimboom.olga, school: klimboom.school, hat: 'staff' },
  ada: { person: klimboom.ada, school: klimboom.school, hat: 'staff' },
  hein: { person: klimboom.hein, school: klimboom.school, hat: 'staff' },
  tess: { person: klimboom.tess, school: klimboom.school, hat: 'staff' },
  exTess: { person: klimboom.exTess, school: klimboom.school, hat: 'staff' },
  leftStaff: { person: klimboom.leftStaff, school: klimboom.school, hat: 'staff' },
  vliegerOffice: { person: vlieger.office, school: vlieger.school, hat: 'staff' },
}

export type Name = keyof typeof sessions

export type TwoSchools = {
  db: TestDatabase
  /** A browser in which this one is signed in. */
  as(name: string): Browser
  /** A browser in which nobody is. */
  stranger(): Browser
  /** The events in the ledger since the last time this was asked, oldest first. */
  events(): Promise<
    { event: string; about: string[]; payload: unknown; doer_hat: string | null; doer_person: string | null }[]
  >
  /** Another school's person tied to the account of somebody here, so that the actor stands at both schools. */
  drop(): Promise<void>
}

const person = (
  school: string,
  one: string,
  first: string,
  prefix: string | null,
  last: string,
  born: string | null = null,
) =>
  `insert into app.person (school_id, id, first_name, prefix, last_name, birth_date) values
    ('${school}', '${one}', '${first}', ${prefix === null ? 'null' : `'${prefix}'`}, '${last}', ${born === null ? 'null' : `'${born}'`});`

const staff = (school: string, one: string, role: string, roleId: string, ended: string | null = null) =>
  `insert into app.staff (school_id, person_id, started_on, ended_on) values ('${school}', '${one}', '2020-08-01', ${ended === null ? 'null' : `'${ended}'`});
   insert into app.staff_role (school_id, id, person_id, role, started_on) values ('${school}', '${roleId}', '${one}', '${role}', '2020-08-01');`

const group = (school: string, one: string, year: string, name: string, kind: string) =>
  `insert into app.school_group (school_id, id, school_year_id, name, kind) values ('${school}', '${one}', '${year}', '${name}', '${kind}');`

const member = (school: string, groupId: string, pupil: string) =>
  `insert into app.group_member (school_id, group_id, pupil_id, started_on) values ('${school}', '${groupId}', '${pupil}', '2026-08-01');`

const teaches = (school: string, groupId: string, one: string, ended: string | null = null) =>
  `insert into app.group_teacher (school_id, group_id, person_id, started_on, ended_on) values
    ('${school}', '${groupId}', '${one}', '2026-08-01', ${ended === null ? 'null' : `'${ended}'`});`

const guardian = (school: string, one: string, pupil: string, who: string, relation: string) =>
  `insert into app.guardianship (school_id, id, pupil_id, guardian_id, relation, started_on) values
    ('${school}', '${one}', '${pupil}', '${who}', '${relation}', '2024-08-01');`

const klimboomRows = (): string => {
  const k = klimboom
  const s = k.school
  return [
    `insert into app.school (id, key, name, brin, region, created_at) values ('${s}', 'klimboom', 'De Klimboom', '12AB', 'midden', '2020-01-01');
     insert into app.school_stage values ('${s}', 'BO');
     insert into app.school_year values ('${s}', '${k.year}', '2026-2027', '2026-08-01', '2027-07-31');
     insert into app.day_off values ('${s}', '${k.dayOff}', '2026-12-03', '2026-12-03', 'Studiedag');`,
    person(s, k.timo, 'Timo', 'de', 'Jong', '2018-05-14'),
    person(s, k.noor, 'Noor', null, 'Özdemir', '2017-02-01'),
    person(s, k.sem, 'Sem', null, 'Aarts', '2018-09-30'),
    person(s, k.gone, 'Gijs', null, 'Vertrokken', '2018-01-01'),
    ...[k.timo, k.noor, k.sem, k.gone].map(
      (pupil) =>
        `insert into app.pupil (school_id, person_id, year_group, entered_on, left_on) values ('${s}', '${pupil}', '4', '2022-08-01', ${pupil === k.gone ? "'2026-10-01'" : 'null'});`,
    ),
    person(s, k.selma, 'Selma', 'de', 'Jong'),
    person(s, k.bas, 'Bas', null, 'Vermeer'),
    person(s, k.karim, 'Karim', null, 'Özdemir'),
    person(s, k.pam, 'Pam', null, 'Aarts'),
    `insert into app.person_contact (school_id, person_id, email, phone, street, postal_code, city) values
      ('${s}', '${k.selma}', 'selma@thuis.example', '06 11111111', 'Lindelaan 1', '1234 AB', 'Utrecht'),
      ('${s}', '${k.bas}', 'bas@thuis.example', '06 22222222', 'Eikenlaan 2', '1234 CD', 'Zeist');`,
    guardian(s, k.guardianships.selma, k.timo, k.selma, 'mother'),
    guardian(s, k.guardianships.bas, k.timo, k.bas, 'father'),
    guardian(s, k.guardianships.karim, k.noor, k.karim, 'father'),
    guardian(s, k.guardianships.pam, k.sem, k.pam, 'mother'),
    person(s, k.olga, 'Olga', null, 'Bos'),
    person(s, k.ada, 'Ada', null, 'Beheer'),
    person(s, k.hein, 'Hein', null, 'Hoofd'),
    person(s, k.tess, 'Tess', null, 'Bakker'),
    person(s, k.exTess, 'Esther', null, 'Eerder'),
    person(s, k.leftStaff, 'Loes', null, 'Weg'),
    staff(s, k.olga, 'office', k.roles.olga),
    staff(s, k.ada, 'administrator', k.roles.ada),
    staff(s, k.hein, 'head', k.roles.hein),
    staff(s, k.tess, 'teacher', k.roles.tess),
    staff(s, k.pam, 'teacher', k.roles.pam),
    staff(s, k.exTess, 'teacher', k.roles.exTess),
    staff(s, k.leftStaff, 'teacher', k.roles.leftStaff, '2026-10-01'),
    group(s, k.groups.g4b, k.year, '4B', 'class'),
    group(s, k.groups.g5a, k.year, '5A', 'class'),
    group(s, k.groups.mixed, k.year, 'Plusgroep', 'mixed'),
    member(s, k.groups.g4b, k.timo),
    member(s, k.groups.g4b, k.sem),
    member(s, k.groups.g4b, k.gone),
    member(s, k.groups.g5a, k.noor),
    member(s, k.groups.mixed, k.timo),
    member(s, k.groups.mixed, k.noor),
    teaches(s, k.groups.g4b, k.tess),
    teaches(s, k.groups.g5a, k.pam),
    teaches(s, k.groups.g4b, k.exTess, '2026-11-01'),
    teaches(s, k.groups.g4b, k.leftStaff),
  ].join('\n')
}

const vliegerRows = (): string => {
  const v = vlieger
  const s = v.school
  return [
    `insert into app.school (id, key, name, region, created_at) values ('${s}', 'vlieger', 'De Vlieger', 'zuid', '2020-01-01');
     insert into app.school_year values ('${s}', '${v.year}', '2026-2027', '2026-08-01', '2027-07-31');
     insert into app.day_off values ('${s}', '${v.dayOff}', '2026-12-04', '2026-12-04', 'Vliegerdag');`,
    person(s, v.bo, 'Bo', null, 'Vreemd', '2018-05-14'),
    `insert into app.pupil (school_id, person_id, year_group) values ('${s}', '${v.bo}', '4');`,
    person(s, v.guardian, 'Vera', null, 'Vreemd'),
    person(s, v.office, 'Otto', null, 'Vlieger'),
    person(s, v.teacher, 'Tom', null, 'Vlieger'),
    guardian(s, v.guardianship, v.bo, v.guardian, 'mother'),
    staff(s, v.office, 'office', id(161)),
    staff(s, v.teacher, 'teacher', v.role),
    group(s, v.group, v.year, 'Rood', 'class'),
    member(s, v.group, v.bo),
    teaches(s, v.group, v.teacher),
  ].join('\n')
}

const tokenOf = (name: string): string => name.padEnd(43, '-')

const sessionRows = (): string => {
  const accounts = new Map<string, string>()
  return Object.entries(sessions)
    .map(([name, { person: who, school, hat }], at) => {
      const account = accounts.get(who) ?? id(1000 + at)
      const first = !accounts.has(who)
      accounts.set(who, account)
      const hash = createHash('sha256').update(tokenOf(name)).digest('hex')
      return `${
        first
          ? `insert into app.account (id, login, password_hash) values ('${account}', '${name.toLowerCase()}', 'none');
        insert into app.account_person values ('${school}', '${who}', '${account}');`
          : ''
      }
        insert into app.session (account_id, token_hash, hat, factor_at, expires_at) values ('${account}', '\\x${hash}', '${hat}', app.now(), '2099-01-01');`
    })
    .join('\n')
}

/**
 * What somebody finds or changes with statements of their own, as the program itself reaches the database; nothing of it stays.
 * @returns the most rows that one of them found or changed, or what the database said against it
 */
export const bySql = async (
  { db }: Pick<TwoSchools, 'db'>,
  who: string,
  ...statements: readonly RawBuilder<unknown>[]
): Promise<number | string> => {
  let most = 0
  const undo = new Error('undone')
  return db.app
    .transaction()
    .execute(async (tx) => {
      if (who === 'passer-by') await sql`select app.show_school('klimboom')`.execute(tx)
      else await sql`select app.enter(${createHash('sha256').update(tokenOf(who)).digest()})`.execute(tx)
      for (const statement of statements) {
        const { rows, numAffectedRows } = await statement.execute(tx)
        most = Math.max(rows.length, Number(numAffectedRows ?? 0))
      }
      throw undo
    })
    .catch((error: unknown) => {
      if (error === undo) return most
      return error instanceof Error ? error.message : ''
    })
}

/** Two schools in a database of their own, on a Monday in November, and everybody signed in. Drop it at the end. */
export const twoSchools = async (): Promise<TwoSchools> => {
  const db = await freshDatabase()
  await db.setNow(`${monday}T09:00:00+01:00`)
  await db.owner.query(klimboomRows() + vliegerRows() + sessionRows())
  const app = appFor(db)
  let seen = '0'
  return {
    db,
    as: (name) => {
      if (!(name in sessions)) throw new Error(`${name} is not in the cast`)
      const browser = new Browser(app)
      browser.cookies.set('samenspraak', tokenOf(name))
      return browser
    },
    stranger: () => new Browser(app),
    events: async () => {
      const { rows } = await db.owner.query(
        `select e.id, e.event, e.about, p.payload, e.doer_hat, e.doer_person from app.ledger_entry e
         left join app.ledger_payload p on p.chain_id = e.chain_id and p.entry_id = e.id where e.id > $1 order by e.id`,
        [seen],
      )
      seen = String(rows.at(-1)?.id ?? seen)
      return rows.map(({ id: _id, ...row }) => row)
    },
    drop: () => db.drop(),
  }
}
