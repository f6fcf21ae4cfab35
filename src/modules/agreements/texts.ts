import type { Lang, Spoken } from '#platform/i18n/lang.ts'
import { en as catalogueEn } from './kinds/texts.en.ts'
import { nl as catalogueNl } from './kinds/texts.nl.ts'
import type { AnyKindWords, CatalogueWords } from './kinds/kind-words.ts'
import type { Kind } from './kinds/kinds.ts'
import { en } from './texts.en.ts'
import { nl, type Texts } from './texts.nl.ts'

const byLang: Spoken<Texts> = { nl, en }
const catalogues: Spoken<CatalogueWords> = { nl: catalogueNl, en: catalogueEn }

export const texts = (lang: Lang): Texts => byLang[lang] ?? nl

/** The words of the catalogue of kinds. */
export const catalogue = (lang: Lang): CatalogueWords => catalogues[lang] ?? catalogueNl

/** The words of one kind, for who does not care which it is; its parameters are read by `readTerms`. */
export const kindWords = (lang: Lang, kind: Kind): AnyKindWords => catalogue(lang).kinds[kind]
