import { checkLedger } from './check-ledger.ts'
import type { Command } from './command.ts'

/** Every command that works on the installation, in the order of the help. */
export const commands: readonly Command[] = [checkLedger]
