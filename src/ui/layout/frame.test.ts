import { expectTypeOf, test } from 'vitest'
import type { Lang as PlatformLang } from '#platform/i18n/lang.ts'
import type { Lang } from './frame.ts'

test('the ui speaks the languages of the platform, no more and no fewer', () => {
  expectTypeOf<Lang>().toEqualTypeOf<PlatformLang>()
})
