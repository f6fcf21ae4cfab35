import { createRequire } from 'node:module'

// Some 49,000 passwords that stand most often in the leaks of other sites, as @zxcvbn-ts/language-common brings them
// (decision 0037). Read when the first password is chosen: few starts need it.
let leaked: ReadonlySet<string> | undefined

const readLeaked = (): ReadonlySet<string> => {
  const list: unknown = createRequire(import.meta.url)('@zxcvbn-ts/language-common/src/passwords.json')
  if (!Array.isArray(list) || list.length < 10_000) throw new Error('The list of leaked passwords is not there.')
  return new Set(list.map(String))
}

/** Whether so many people chose this password before that it is tried first, whatever its capitals and outer blanks. */
export const isLeaked = (password: string): boolean => {
  leaked ??= readLeaked()
  return leaked.has(password.trim().toLowerCase())
}
