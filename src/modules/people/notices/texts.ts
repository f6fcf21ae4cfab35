import type { Lang, Spoken } from '#platform/i18n/lang.ts'
import { ar } from './texts.ar.ts'
import { en } from './texts.en.ts'
import { nl, type NoticeTexts } from './texts.nl.ts'
import { pl } from './texts.pl.ts'
import { tr } from './texts.tr.ts'
import { uk } from './texts.uk.ts'

const byLang: Spoken<NoticeTexts> = { nl, en, tr, ar, pl, uk }

/** What pages of the day tell of rights: those pages are in more languages than the pages of people. */
export const noticeTexts = (lang: Lang): NoticeTexts => byLang[lang] ?? nl
