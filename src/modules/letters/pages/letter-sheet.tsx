import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { Name } from '#ui/part/name.tsx'
import { fullName } from '#ui/person-name.ts'
import { sheetWords, type SheetWords } from '../sheet/catalogues.ts'
import type { Sheet } from '../sheet.ts'

/** One letter on one sheet of A4: the address where the window of an envelope is, large letters, black on white. */
export const LetterSheet: FC<{ sheet: Sheet }> = ({ sheet }) => {
  const [dutch, ...others] = sheetWords(sheet.language)
  if (dutch === undefined) return null
  return (
    <article class="sheet-a4" lang={dutch.lang}>
      <header class="sheet-head">
        <p class="sheet-from">
          <Name>{sheet.school}</Name>
        </p>
        <Address sheet={sheet} words={dutch} />
      </header>
      <div class="sheet-body">
        <div class={others.length > 0 ? 'sheet-words sheet-two' : 'sheet-words'}>
          {[dutch, ...others].map((words) => (
            <Steps sheet={sheet} words={words} />
          ))}
        </div>
        <div class="sheet-code">
          <svg class="qr" viewBox={`-4 -4 ${sheet.qr.size + 8} ${sheet.qr.size + 8}`} role="img" aria-label="QR">
            <path d={sheet.qr.path} />
          </svg>
        </div>
        <div class="sheet-typed">
          {[dutch, ...others].map((words) => (
            <p lang={words.lang} dir={words.dir}>
              {words.noCamera(sheet.doorAddress)}
            </p>
          ))}
          <p class="sheet-letters">
            <code>{sheet.code}</code>
          </p>
        </div>
      </div>
    </article>
  )
}

const Address: FC<{ sheet: Sheet; words: SheetWords }> = ({ sheet, words }) => {
  const town = [sheet.postalCode, sheet.city].filter(Boolean).join('  ')
  return (
    <address class="sheet-address">
      {!sheet.own && (
        <small>
          {words.toGuardian}
          {sheet.group !== null && ` (${sheet.group})`}
        </small>
      )}
      <Name>{fullName(sheet.to)}</Name>
      {sheet.street && <Name>{sheet.street}</Name>}
      {town !== '' && <Name>{town}</Name>}
    </address>
  )
}

const Steps: FC<{ sheet: Sheet; words: SheetWords }> = ({ sheet, words }) => {
  const child = sheet.child.firstName ?? sheet.child.lastName ?? ''
  const question = sheet.birthDateKnown ? (sheet.own ? words.answerPupil : words.answer(child)) : words.answerWord
  return (
    <section lang={words.lang} dir={words.dir} class="stack-s">
      <h2>
        <Name>{words.title(child)}</Name>
      </h2>
      <p>
        <Name>{sheet.own ? words.introPupil(sheet.school) : words.intro(child, sheet.school)}</Name>
      </p>
      <ol class="numbered">
        <li>{words.scan}</li>
        <li>
          <Name>{question}</Name>
        </li>
        <li>
          <Name>{sheet.own ? words.readyPupil : words.ready(child)}</Name>
        </li>
      </ol>
      <p>
        {words.until(dateInWords(words.lang, sheet.until))} {words.secret}
      </p>
      <p>{words.help}</p>
    </section>
  )
}
