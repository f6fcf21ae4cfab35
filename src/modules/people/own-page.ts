import type { Person } from './contact-queries.ts'
import { paths } from './paths.ts'

/** The page of somebody, as the office knows this person. */
export const ownPage = ({ id, kind }: Pick<Person, 'id' | 'kind'>): string =>
  ({ staff: paths.staffMember, guardian: paths.guardian, pupil: paths.pupil, guest: () => paths.functions })[kind](id)
