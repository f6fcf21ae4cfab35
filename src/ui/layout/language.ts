import { createContext, useContext } from 'hono/jsx'
import { uiTexts, type UiTexts } from '../texts.ts'
import type { Lang } from './frame.ts'

/** The language of the page being rendered; `Document` sets it, so that parts need not be told. */
export const Language = createContext<Lang>('nl')

export const useLang = (): Lang => useContext(Language)

export const useTexts = (): UiTexts => uiTexts(useLang())
