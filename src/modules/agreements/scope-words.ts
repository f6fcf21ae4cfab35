import type { Lang } from '#platform/i18n/lang.ts'
import type { Agreement } from './agreement.ts'
import { texts } from './texts.ts'

/** For whom, in words: "de hele school", "leerjaar 3", "klas 4B", "het vak wiskunde". */
export const scopeWords = (
  lang: Lang,
  { scope, className, pupilName }: Pick<Agreement, 'scope' | 'className' | 'pupilName'>,
): string => {
  const words = texts(lang)
  switch (scope.level) {
    case 'school':
      return words.scope.school
    case 'stage':
      return words.stages[scope.of ?? ''] ?? scope.of ?? ''
    case 'year':
      return words.year(scope.of ?? '')
    case 'class':
      return words.scope.class(className ?? '')
    case 'subject':
      return words.scope.subject(scope.of ?? '')
    case 'pupil':
      return words.scope.pupil(pupilName)
  }
}
