import type { Lang, Spoken } from '#platform/i18n/lang.ts'
import { ar } from './texts.ar.ts'
import { en } from './texts.en.ts'
import { nl, type Texts } from './texts.nl.ts'
import { pl } from './texts.pl.ts'
import { tr } from './texts.tr.ts'
import { uk } from './texts.uk.ts'

const byLang: Spoken<Texts> = { nl, en, tr, ar, pl, uk }

export const texts = (lang: Lang): Texts => byLang[lang] ?? nl
