/** The database cannot be started as things stand. The message is one sentence for whoever started it. */
export class StartRefusal extends Error {}

/** The words of whatever was thrown. */
export const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
