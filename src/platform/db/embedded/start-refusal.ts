/** The database cannot be started as things stand. The message is one sentence for whoever started it. */
export class StartRefusal extends Error {}

/** Another process has the data folder: a server, or a command at work. */
export class DataInUse extends StartRefusal {}

/** The words of whatever was thrown. */
export const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
