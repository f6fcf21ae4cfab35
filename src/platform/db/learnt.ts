/** A column of an answer, and how its text becomes a value. */
export type Column = { name: string; parse: (value: string) => unknown }

const mostLearnt = 1000

/**
 * What one connection has learnt: the name of each statement by its text, for good; and once one was answered whole, that it
 * is prepared under that name, with the columns it answers.
 */
export class Learnt {
  readonly #names = new Map<string, string>()
  readonly #columns = new Map<string, readonly Column[]>()

  /** The empty name is prepared each time: a connection keeps so many statements, and no more. */
  nameOf(text: string): string {
    const known = this.#names.get(text)
    if (known !== undefined) return known
    if (this.#names.size >= mostLearnt) return ''
    const name = `s${this.#names.size}`
    this.#names.set(text, name)
    return name
  }

  columnsOf(text: string): readonly Column[] | undefined {
    return this.#columns.get(text)
  }

  /** Another message may have learnt it while this one was on its way, and failed halfway preparing it again. */
  forget(text: string): void {
    this.#columns.delete(text)
  }

  learn(text: string, columns: readonly Column[]): void {
    if (this.#names.has(text)) this.#columns.set(text, columns)
  }
}
