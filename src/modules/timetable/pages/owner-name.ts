import { fullName, sortName } from '#ui/person-name.ts'
import type { Owner } from '../queries.ts'

/** "4B", or "Timo de Jong". */
export const ownerName = (owner: Owner): string => owner.groupName ?? fullName(owner)

/** "4B", or "Jong, Timo de": for lists. */
export const ownerInList = (owner: Owner): string => owner.groupName ?? sortName(owner)
