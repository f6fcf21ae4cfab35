import type { Lang, Spoken } from '#platform/i18n/lang.ts'
import { en } from './texts.en.ts'
import { nl, type Texts } from './texts.nl.ts'

const byLang: Spoken<Texts> = { nl, en }

export const texts = (lang: Lang): Texts => byLang[lang] ?? nl
