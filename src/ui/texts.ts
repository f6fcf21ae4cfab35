import type { Lang } from './layout/frame.ts'
import { ar } from './texts.ar.ts'
import { en } from './texts.en.ts'
import { nl, type UiTexts } from './texts.nl.ts'
import { pl } from './texts.pl.ts'
import { tr } from './texts.tr.ts'
import { uk } from './texts.uk.ts'

export type { UiTexts }

const byLang: Readonly<Record<Lang, UiTexts>> = { nl, en, tr, ar, pl, uk }

export const uiTexts = (lang: Lang): UiTexts => byLang[lang]
