import type { Fault } from '../roster.ts'

/** Stops the reading of a file as a whole. */
export class ReadFault extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(`the file was refused: ${fault.code}`)
    this.fault = fault
  }
}
