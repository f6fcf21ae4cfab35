import { noChange, type RosterChange } from '#modules/people/index.ts'

/** People per part: all rows of one person lie in one part, since they are taken back together or not at all. */
const peoplePerPart = 2000

type Parts = { at(owner: string): RosterChange }

/** The change in parts of at most 2000 people each, the groups last: they go when nobody is in them. */
export function* partsOf(change: RosterChange): Generator<RosterChange> {
  const parts: RosterChange[] = []
  const partOf = new Map<string, number>()
  const byOwner: Parts = {
    at: (owner) => {
      const place = partOf.get(owner) ?? Math.floor(partOf.size / peoplePerPart)
      partOf.set(owner, place)
      return (parts[place] ??= noChange())
    },
  }
  spread(change.person, (row) => byOwner.at(row.id).person)
  spread(change.person_contact, (row) => byOwner.at(row.person_id).person_contact)
  spread(change.pupil, (row) => byOwner.at(row.person_id).pupil)
  spread(change.staff, (row) => byOwner.at(row.person_id).staff)
  spread(change.group_member, (row) => byOwner.at(row.pupil_id).group_member)
  spread(change.group_teacher, (row) => byOwner.at(row.person_id).group_teacher)
  spread(change.guardianship, (row) => byOwner.at(row.guardian_id).guardianship)
  yield* parts
  if (change.school_group.insert.length + change.school_group.update.length > 0)
    yield { ...noChange(), school_group: change.school_group }
}

type Changes<Row> = { insert: Row[]; update: { before: Row; after: Row }[] }

const spread = <Row>({ insert, update }: Changes<Row>, into: (row: Row) => Changes<Row>): void => {
  for (const row of insert) into(row).insert.push(row)
  for (const pair of update) into(pair.after).update.push(pair)
}
