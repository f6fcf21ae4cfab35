/** What one setting of the environment is: its name, what it accepts and how it is shown. */
export interface Setting<T> {
  readonly name: string
  /** Ends the sentence "NAME is …, but must be …". */
  readonly wanted: string
  readonly example: string
  readonly parse: (text: string) => Parsed<T>
  readonly fallback: T
  /** How the value in force is printed; a secret never prints in full. */
  readonly show: (value: T) => string
  /** A secret may also come from a file named by NAME_FILE, and its text never appears in a message. */
  readonly secret: boolean
  /** Where an empty value would silently start something else, empty is a fault; elsewhere it means "not set". */
  readonly emptyIsFault: boolean
}

/** The value, or how to name what was there (never the text of a secret). */
export type Parsed<T> = { readonly value: T } | { readonly found: string }

/** One wrong setting: its name, what stood there, what is wanted and an example. */
export interface Fault {
  readonly name: string
  readonly found: string
  readonly wanted: string
  readonly example: string
}

/** The fault as the one sentence an operator reads. */
export const faultSentence = (fault: Fault): string =>
  `${fault.name} ${fault.found}, but must be ${fault.wanted}, for example ${fault.name}=${fault.example}.`

/** "is "…"": the text found, cut at 80 characters, control characters escaped, credentials in URLs hidden. */
export function foundText(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 80)}…` : text
  return `is ${JSON.stringify(short.replace(/\/\/[^/?#]*@/g, '//***@'))}`
}

/** Everything the environment gives is text; this is the type of `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>
