import type { Format } from './roster.ts'

/** The header line of the two lists, as the help and the sentence about missing columns show it. */
export const columnsOfFile: Record<Exclude<Format, 'edexml'>, string> = {
  pupils: 'key,first_name,prefix,last_name,birth_date,group,email',
  guardians: 'pupil_key,first_name,prefix,last_name,relation,email,phone,language',
}
