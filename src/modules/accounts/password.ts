import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { laneOf } from './lane.ts'

const derive = promisify(argon2)

// Each takes 19 MiB and one core for its time. A peak waits in line; of Node’s four threads one stays free for other work.
const lane = laneOf(3, 500)

// OWASP Password Storage Cheat Sheet (2025): argon2id with 19 MiB, 2 passes, 1 lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

const tagOf = (password: string, nonce: Buffer): Promise<Buffer> =>
  lane(() => derive('argon2id', { message: Buffer.from(password.normalize('NFC')), nonce, ...cost }))

/** Hashes a password with a salt of its own. @returns `$argon2id$v=19$m=…,t=…,p=…$salt$tag`, base64url parts */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16)
  const tag = await tagOf(password, nonce)
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${nonce.toString('base64url')}$${tag.toString('base64url')}`
}

// Who is not known costs as much time as who is: a name cannot be guessed by the clock.
const nobody = `$argon2id$v=19$m=19456,t=2,p=1$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`

/** Whether this password made this hash. With null it takes the same time and says no. */
export const isPassword = async (password: string, hash: string | null): Promise<boolean> => {
  const [salt, tag] = (hash ?? nobody).split('$').slice(4)
  const wanted = Buffer.from(tag ?? '', 'base64url')
  const found = await tagOf(password, Buffer.from(salt ?? '', 'base64url'))
  return hash !== null && wanted.length === found.length && timingSafeEqual(wanted, found)
}
