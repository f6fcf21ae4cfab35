import type { Lang } from './layout/frame.ts'
import { en } from './texts.en.ts'
import { nl, type UiTexts } from './texts.nl.ts'

export type { UiTexts }

const byLang: Readonly<Record<Lang, UiTexts>> = { nl, en }

export const uiTexts = (lang: Lang): UiTexts => byLang[lang]
