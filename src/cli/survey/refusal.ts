/** Files or figures that a survey command cannot do with (exit 2). The message is one sentence, and nothing was written. */
export class Refusal extends Error {}

/** A word of the user's as it stands in a sentence, of any length it may have. */
export const quoted = (word: string): string => JSON.stringify(word.length > 60 ? `${word.slice(0, 60)}…` : word)
