import type { Lang } from './lang.ts'

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/**
 * The form of a word that goes with a number, by the rules of CLDR: `plural('nl', 1, { one: 'leerling', other: 'leerlingen' })`.
 * A form that is missing falls back to `other`.
 */
export const plural = (lang: Lang, count: number, forms: Forms): string =>
  forms[rules[lang].select(count)] ?? forms.other

const rules: Readonly<Record<Lang, Intl.PluralRules>> = {
  nl: new Intl.PluralRules('nl-NL'),
  en: new Intl.PluralRules('en-GB'),
}
