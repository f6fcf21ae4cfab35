import type { Format } from './roster.ts'

/** The header line of the two lists, as the help and the sentence about missing columns show it. */
export const columnsOfFile: Record<Exclude<Format, 'edexml'>, string> = {
  pupils: 'key,first_name,prefix,last_name,birth_date,year,group,email',
  staff: 'key,first_name,prefix,last_name,email,groups',
  guardians: 'pupil_key,first_name,prefix,last_name,relation,email,phone,language',
}
