import { households } from './families.ts'

const header = ['pupil_key', 'first_name', 'prefix', 'last_name', 'relation', 'email', 'phone', 'language']

/** The parents of all pupils, a line for each child and parent, as plain CSV. */
export const guardiansFile = (): Uint8Array => {
  const lines = households().flatMap(({ pupils, parents }) =>
    pupils.flatMap(({ key }) =>
      parents.map(({ firstName, prefix, lastName, relation, email, phone, language }) => [
        key,
        firstName,
        prefix,
        lastName,
        relation,
        email,
        phone,
        language,
      ]),
    ),
  )
  return new TextEncoder().encode([header, ...lines].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join(''))
}

const cellOf = (value: string | null): string =>
  value === null ? '' : /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
