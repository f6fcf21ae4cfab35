import type { Lang } from '#platform/i18n/lang.ts'

/** The sentences of a letter on paper, in one language. A further language is a file beside nl.ts and a line in catalogues.ts. */
export type SheetWords = {
  /** Of the language, for the page: 'tr'. */
  lang: Lang
  dir: 'ltr' | 'rtl'
  /** "Zo zie je de schooldag van Noor" */
  title: (child: string) => string
  /** To the guardian of a child; to a pupil. */
  intro: (child: string, school: string) => string
  introPupil: (school: string) => string
  /** Three small steps. */
  scan: string
  answer: (child: string) => string
  answerWord: string
  answerPupil: string
  ready: (child: string) => string
  readyPupil: string
  noCamera: (address: string) => string
  code: string
  until: (day: string) => string
  secret: string
  help: string
  /** Who it is to, above the address. */
  toGuardian: string
}
