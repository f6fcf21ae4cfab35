/** The command was typed wrongly (exit 3). The message is one sentence. */
export class WrongUse extends Error {}
