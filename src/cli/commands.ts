import { addSchool } from './add-school.ts'
import { checkLedger } from './check-ledger.ts'
import type { Command } from './command.ts'
import { importRoster } from './import-roster.ts'
import { inviteAccount } from './invite-account.ts'
import { listSchools } from './list-schools.ts'
import { resetFactor } from './reset-factor.ts'
import { showHealth } from './show-health.ts'

/** Every command that works on the installation, in the order of the help. */
export const commands: readonly Command[] = [
  listSchools,
  addSchool,
  inviteAccount,
  resetFactor,
  importRoster,
  checkLedger,
  showHealth,
]
