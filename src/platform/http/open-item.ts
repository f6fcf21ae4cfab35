import type { AppContext } from './app-env.ts'

/** Something that is still open under what a school agreed, and can be put right. It names nobody. */
export type OpenItem = {
  /** The agreement it is open under. */
  agreement: string
  /** The day it is about, 'YYYY-MM-DD'. */
  day: string
  /** What it is, in the language of the page, without its day. */
  title: string
  /** What is to be put right. */
  line: string
  /** Where the reader may open it by the rules of that page; null when not. */
  href: string | null
}

/** What a module has of it at a school, for a reader who may know. */
export type FindOpenItems = (c: AppContext, school: string) => Promise<readonly OpenItem[]>
