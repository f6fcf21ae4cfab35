import { dateInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'
import type { Laying } from '../agreement.ts'
import { texts } from '../texts.ts'

/** What is asked of a body and since when, or what it decided and when. What need not be asked, says its reason elsewhere. */
export const layingWords = (lang: Lang, { body, asks, laidOn, answer }: Laying): string => {
  const { bodies, lay: words } = texts(lang)
  const consent = asks === 'consent'
  if (answer === null)
    return (consent ? words.waitsConsent : words.waitsAdvice)(bodies[body], dateInWords(lang, laidOn))
  const outcome = (consent ? words.outcomeConsent : words.outcomeAdvice)[answer.outcome]
  return `${outcome} ${bodies[body]}, ${dateInWords(lang, answer.decidedOn)}`
}
