import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type Identity, databaseIdentity, ownIdentity } from './identity.ts'
import { giveTo, isPrivateTo, letPass, passRefusal, safeFolder } from './own-folder.ts'
import { StartRefusal, reasonOf } from './start-refusal.ts'

/** Something that could not stand in the data folder, why, and where it stands instead. */
export type Placed = { what: 'database' | 'binaries' | 'socket'; why: string; where: string }

/** The folder that holds the database, and as whom PostgreSQL runs in it. */
export type Home = { folder: string; identity: Identity; placed: readonly Placed[] }

/** The database inside its home. */
export const clusterIn = (folder: string): string => join(folder, 'postgres')

/**
 * Finds where the database of a data folder lives, or picks the place for a new one: the data folder itself, or a
 * folder of our own under one of `bases` when PostgreSQL's user cannot live there. Throws StartRefusal.
 */
export const findHome = (dataDir: string, bases: readonly string[]): Home => {
  const cluster = clusterIn(dataDir)
  if (existsSync(cluster)) return { folder: dataDir, identity: ownerOf(cluster, dataDir), placed: [] }
  const identity = databaseIdentity()
  const known = readSignpost(dataDir, bases)
  if (known !== null)
    return elsewhere(known, existsSync(clusterIn(known)) ? ownerOf(clusterIn(known), known) : identity)
  const why = refusalOf(identity, dataDir)
  if (why === null) return { folder: dataDir, identity, placed: [] }
  return elsewhere(newHome(dataDir, identity, bases, why), identity)
}

/** Folders for what cannot stand in the data folder; those that outlive a restart of the machine first. */
export const fallbackBases = (fast: boolean): readonly string[] => {
  const { uid } = ownIdentity()
  const lasting =
    uid === 0
      ? ['/var/lib/samenspraak', '/var/tmp/samenspraak']
      : [join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local/share'), 'samenspraak')]
  const passing = [join(tmpdir(), uid === 0 ? 'samenspraak' : `samenspraak-${uid}`)]
  return fast ? [...passing, ...lasting] : [...lasting, ...passing]
}

const ownerOf = (cluster: string, folder: string): Identity => {
  const self = ownIdentity()
  const { uid, gid } = lstatSync(cluster)
  if (self.uid !== 0 && uid !== self.uid)
    throw new StartRefusal(
      `The database in ${cluster} belongs to user ${uid}: start Samenspraak as root or as that user, or choose another DATA_DIR.`,
    )
  // Put back from a backup by root: nobody else's, so it becomes PostgreSQL's again.
  const identity = uid === 0 ? databaseIdentity() : { uid, gid }
  if (uid === 0) giveTo(identity, cluster)
  letPass(identity, folder)
  const why = passRefusal(identity, folder)
  if (why !== null) throw new StartRefusal(`The database in ${cluster} cannot be started: ${why}.`)
  return identity
}

const refusalOf = (identity: Identity, folder: string): string | null => {
  try {
    letPass(identity, folder)
    const why = passRefusal(identity, folder)
    if (why !== null) return why
    const trial = mkdtempSync(join(folder, 'postgres.new-'))
    giveTo(identity, trial)
    const kept = isPrivateTo(identity, trial)
    rmSync(trial, { recursive: true })
    return kept ? null : `the file system of ${folder} does not keep owners and modes`
  } catch (fault) {
    return reasonOf(fault)
  }
}

const newHome = (dataDir: string, identity: Identity, bases: readonly string[], why: string): string => {
  const refusals = [why]
  for (const base of bases) {
    if (safeFolder(base, 0o711) === null) continue
    const folder = mkdtempSync(join(base, 'data-'))
    const refusal = refusalOf(identity, folder)
    if (refusal === null) {
      // Two signposts, to and fro: the first finds the database again, the second finds out a copied data folder.
      writeFileSync(join(folder, backwards), `${dataDir}\n${why}\n`)
      writeFileSync(join(dataDir, signpost), `${folder}\n`)
      return folder
    }
    rmSync(folder, { recursive: true })
    refusals.push(refusal)
  }
  throw new StartRefusal(`There is no folder where PostgreSQL can keep its data: ${refusals.join('; ')}.`)
}

const signpost = 'postgres.elsewhere'
const backwards = 'data-folder'

const readSignpost = (dataDir: string, bases: readonly string[]): string | null => {
  const file = join(dataDir, signpost)
  if (!existsSync(file)) return null
  const folder = readFileSync(file, 'utf8').trimEnd()
  if (!bases.includes(dirname(folder)) || !/^data-\w{6}$/.test(basename(folder)))
    throw new StartRefusal(`${file} names ${folder}, which is no folder of Samenspraak.`)
  if (!existsSync(folder) || safeFolder(dirname(folder), 0o711) === null)
    throw new StartRefusal(
      `The database of ${dataDir} was kept in ${folder}, which is gone or not ours: put it back, or remove ${file} to begin with an empty one.`,
    )
  const [owner = '', why = ''] = readFileSync(join(folder, backwards), 'utf8').split('\n')
  if (owner !== dataDir && pointsTo(owner, folder))
    throw new StartRefusal(
      `${dataDir} is a copy of ${owner}, whose database is in ${folder}: remove ${file} to begin with an empty one.`,
    )
  if (owner !== dataDir) writeFileSync(join(folder, backwards), `${dataDir}\n${why}\n`)
  return folder
}

const pointsTo = (dataDir: string, folder: string): boolean => {
  const file = join(dataDir, signpost)
  return existsSync(file) && readFileSync(file, 'utf8').trimEnd() === folder
}

const elsewhere = (folder: string, identity: Identity): Home => {
  const why = readFileSync(join(folder, backwards), 'utf8').split('\n')[1] ?? ''
  return { folder, identity, placed: [{ what: 'database', why, where: folder }] }
}
