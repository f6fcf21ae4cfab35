// Exists because only a browser can speak: it reads the page aloud, part by part, with the voices of the device itself.
import { partsOf, type Part } from './parts-of-page.ts'
import { voiceFor } from './voice-for.ts'

const around = document.querySelector<HTMLElement>('[data-aloud]')
const go = around?.querySelector<HTMLButtonElement>('[data-aloud-go]')
const stop = around?.querySelector<HTMLButtonElement>('[data-aloud-stop]')
const word = go?.querySelector<HTMLElement>('span')

if (around && go && stop && word && 'speechSynthesis' in window)
  start({ around, go, stop, word }, window.speechSynthesis)

type Buttons = { around: HTMLElement; go: HTMLButtonElement; stop: HTMLButtonElement; word: HTMLElement }

function start({ around, go, stop, word }: Buttons, speech: SpeechSynthesis): void {
  const { start: startWord = '', pause: pauseWord = '', resume: resumeWord = '' } = around.dataset
  let parts: Part[] = []
  let at = 0
  // Counts what was cut off: an utterance of before still tells that it ended.
  let turn = 0

  const show = (state: 'idle' | 'reading' | 'paused'): void => {
    word.textContent = { idle: startWord, reading: pauseWord, paused: resumeWord }[state]
    around.dataset.state = state
    stop.hidden = state === 'idle'
  }
  const mark = (element: Element | undefined): void => {
    for (const marked of document.querySelectorAll('.aloud-now')) marked.classList.remove('aloud-now')
    element?.classList.add('aloud-now')
    element?.scrollIntoView({ block: 'nearest' })
  }
  const silence = (): void => {
    turn += 1
    speech.cancel()
  }
  const end = (): void => {
    silence()
    mark(undefined)
    // The button of the focus goes away; the other takes it.
    if (document.activeElement === stop) go.focus()
    show('idle')
    at = 0
  }
  const speak = (): void => {
    const part = parts[at]
    if (part === undefined) return end()
    const mine = (turn += 1)
    const utterance = new SpeechSynthesisUtterance(part.text)
    const voice = voiceFor(part.lang, speech.getVoices()) ?? voiceFor(document.documentElement.lang, speech.getVoices())
    if (voice === undefined) return end()
    utterance.lang = voice.lang
    utterance.voice = voice
    utterance.addEventListener('end', () => {
      if (mine !== turn) return
      at += 1
      speak()
    })
    utterance.addEventListener('error', () => {
      if (mine === turn) end()
    })
    mark(part.element)
    speech.speak(utterance)
  }

  go.addEventListener('click', () => {
    if (around.dataset.state === 'reading') {
      // Cut off and begun again at this part: a pause of the browser's own is for good on some phones.
      silence()
      return show('paused')
    }
    if (around.dataset.state !== 'paused') parts = partsOf(document.querySelector('main') ?? document.body)
    show('reading')
    speak()
  })
  stop.addEventListener('click', end)
  window.addEventListener('pagehide', silence)
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && around.dataset.state !== 'idle') end()
  })

  const offer = (): void => {
    around.hidden = voiceFor(document.documentElement.lang, speech.getVoices()) === undefined
  }
  show('idle')
  offer()
  // Voices are often known only some time after the page is.
  speech.addEventListener('voiceschanged', offer)
}
