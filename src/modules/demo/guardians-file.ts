import { csvFile } from './csv-file.ts'
import type { Household } from './families.ts'

const header = ['pupil_key', 'first_name', 'prefix', 'last_name', 'relation', 'email', 'phone', 'language']

/** The parents of all these pupils, a line for each child and parent, as plain CSV. */
export const guardiansFile = (households: readonly Household[]): Uint8Array =>
  csvFile(
    header,
    households.flatMap(({ pupils, parents }) =>
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
    ),
  )
