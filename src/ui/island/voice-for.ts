/** What of a voice of the browser matters here. */
export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>

/**
 * A voice that speaks a language and lives on the device. A voice from elsewhere would get to hear what the page says of a
 * child, so it is never used.
 */
export const voiceFor = <V extends Voice>(lang: string, voices: readonly V[]): V | undefined => {
  const own = voices.filter((voice) => voice.localService && primary(voice.lang) === primary(lang))
  return own.find((voice) => voice.lang.replace('_', '-').toLowerCase() === preferred[primary(lang)]) ?? own[0]
}

const primary = (lang: string): string => lang.toLowerCase().split(/[-_]/)[0] ?? ''

// Flemish and American voices come first in many lists.
const preferred: Readonly<Record<string, string>> = { nl: 'nl-nl', en: 'en-gb' }
