import type { Step } from './batch.ts'

/** Rows by the text of the statement that was sent along. */
export type Answers = ReadonlyMap<string, readonly unknown[]>

/** Statements to be sent in one message with the one that sets who asks: the last of its values, which the client takes off. */
export class Along {
  readonly asks: readonly Step[]
  #answers: Answers = new Map()

  constructor(asks: readonly Step[]) {
    this.asks = asks
  }

  get answers(): Answers {
    return this.#answers
  }

  answer(rows: readonly (readonly unknown[])[]): void {
    this.#answers = new Map(this.asks.map(({ text }, at) => [text, rows[at] ?? []]))
  }
}
