import type { GroupLink } from './diff.ts'
import type { KnownGroup } from './diff-groups.ts'

type Time = { id: string; group_id: string; started_on: string; ended_on: string | null }

/** Which times in groups begin and which end, when from `on` somebody is in exactly the wanted groups. */
export const joinGroups = <Row extends Time>(
  now: readonly Row[],
  wanted: readonly KnownGroup[],
  on: string,
  mayEnd: (row: Row) => boolean,
): { joins: GroupLink[]; ends: { before: Row; after: Row }[] } => {
  const current = now.filter((row) => row.started_on <= on)
  const ids = new Set(wanted.map((group) => group.link.id))
  const joins = wanted
    .filter((group) => group.link.id === null || !current.some((row) => row.group_id === group.link.id))
    .map((group) => group.link)
  const ends = current.filter((row) => !ids.has(row.group_id) && mayEnd(row)).map((row) => endAt(row, on))
  return { joins, ends }
}

/** The rows that a day ends which would last longer, each as it was and as it becomes. */
export const endAll = <Row extends Time>(rows: readonly Row[], on: string): { before: Row; after: Row }[] =>
  rows
    .filter((row) => row.ended_on === null || row.ended_on > on)
    .map((row) => endAt(row, on))
    .filter(({ before, after }) => before.ended_on !== after.ended_on)

/** The row ended on a day, or on the day it began when that is later. */
const endAt = <Row extends Time>(row: Row, on: string): { before: Row; after: Row } => ({
  before: row,
  after: { ...row, ended_on: on > row.started_on ? on : row.started_on },
})
