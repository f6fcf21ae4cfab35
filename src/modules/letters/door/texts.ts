import type { Lang, Speaks, Spoken } from '#platform/i18n/lang.ts'
import { ar } from './texts.ar.ts'
import { en } from './texts.en.ts'
import { nl, type DoorTexts } from './texts.nl.ts'
import { pl } from './texts.pl.ts'
import { tr } from './texts.tr.ts'
import { uk } from './texts.uk.ts'

const byLang: Spoken<DoorTexts> = { nl, en, tr, ar, pl, uk }

/** Whether the pages that a family meets are there in a language; those of the office are in Dutch and English. */
export const speaksDoor: Speaks = (lang) => lang in byLang

export const doorTexts = (lang: Lang): DoorTexts => byLang[lang] ?? nl
