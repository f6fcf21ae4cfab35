import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** What was said aloud so far, each with the language of the voice. */
    spoken: [lang: string, text: string][]
    /** Ends the sentence that is being said. */
    endSentence(): void
  }
}

export type Voices = readonly { lang: string; localService: boolean }[]

export const ownVoices: Voices = ['nl-BE', 'nl-NL', 'en-GB', 'ar-SA'].map((lang) => ({ lang, localService: true }))

/** Gives the browser of a test these voices, for it has none; what they say is kept, and each waits to be ended. */
export const giveVoices = (page: Page, voices: Voices): Promise<unknown> =>
  page.addInitScript((known) => {
    let ended: () => void = () => undefined
    class Utterance extends EventTarget {
      lang = ''
      voice: { lang: string } | null = null
      text: string
      constructor(text: string) {
        super()
        this.text = text
      }
    }
    window.spoken = []
    window.endSentence = () => ended()
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => known,
      cancel: () => {
        ended = () => undefined
      },
      speak: (utterance: Utterance) => {
        window.spoken.push([utterance.voice?.lang ?? '', utterance.text])
        ended = () => utterance.dispatchEvent(new Event('end'))
      },
    })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
  }, voices)
