import { readFileSync } from 'node:fs'
import { StartRefusal } from './start-refusal.ts'

/** As whom a process runs. */
export type Identity = { readonly uid: number; readonly gid: number }

// PostgreSQL refuses to run as root. The number lies between the ranges that Debian, Fedora and systemd hand out.
const firstOwnId = 61_137

/** As whom PostgreSQL runs: ourselves, or a user of its own without a name when we are root. */
export const databaseIdentity = (): Identity => {
  const self = ownIdentity()
  if (self.uid !== 0) return self
  const taken = new Set(accounts().flatMap(({ uid, gid }) => [uid, gid]))
  let id = firstOwnId
  while (taken.has(id)) id++
  return { uid: id, gid: id }
}

/**
 * As whom initdb runs: it insists on a user that has a name, which an own number has not.
 * The group stays that of `identity`, so that nobody else of that name can pass where only the group may.
 */
export const namedIdentity = (identity: Identity): Identity =>
  ownIdentity().uid === 0 ? { uid: namedUser(identity.uid), gid: identity.gid } : identity

/** The number of a user that has a name: `wanted` itself, or else nobody. Throws StartRefusal. */
export const namedUser = (wanted: number): number => {
  const known = accounts().filter(({ uid }) => uid !== 0)
  const named = known.find(({ uid }) => uid === wanted) ?? known.find(({ name }) => name === 'nobody') ?? known[0]
  if (named === undefined) throw new StartRefusal('PostgreSQL cannot be set up: /etc/passwd names nobody but root.')
  return named.uid
}

/** As whom this process runs. */
export const ownIdentity = (): Identity => {
  const uid = process.geteuid?.()
  const gid = process.getegid?.()
  if (uid === undefined || gid === undefined) throw new StartRefusal('The built-in database runs on Linux only.')
  return { uid, gid }
}

const accounts = (): (Identity & { name: string })[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
